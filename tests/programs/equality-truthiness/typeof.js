const values = [1, "s", true, null, undefined, {}, [], () => 1, 1n, Symbol.iterator, NaN, class {}, new Map(), /x/];
console.log(values.map((v) => typeof v).join(" "));
console.log(typeof notDeclared, typeof typeof 1, typeof new Error("x"));
