// Names of a replacer may be numbers, and each counts once.
console.log(JSON.stringify({ 0: "zero", 0.3: "third", NaN: "none", x: 1 }, [0, 0.3, NaN, 0]));
console.log(JSON.stringify({ a: 1, b: { a: 2, c: 3 } }, ["b", "a", "b"]));
