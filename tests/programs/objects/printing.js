console.log({ a: 1, b: "two", c: [1, 2], d: { e: null, f: undefined } });
console.log([], {}, [[]], [{}], ["it's", 'say "hi"', `b\`q`], [undefined, null, -0, 1.5]);
console.log({ "a-b": 1, 2: 3, f() {}, g: () => 1, k: class A {} }, [true, "x\ny"], [1n]);
console.log(new Map([["k", { v: 1 }]]), new Set([1, "a"]), [new Error("e").message]);
