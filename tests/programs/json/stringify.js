console.log(JSON.stringify({ a: [1, "x", null, undefined, NaN, Infinity, -0, 1.0], b: undefined, c: () => 1, d: true }));
console.log(JSON.stringify([]), JSON.stringify({}), JSON.stringify("é\u2028\"\n"), JSON.stringify(undefined), JSON.stringify(null));
console.log(JSON.stringify({ a: 1, b: [1, 2], c: {} , d: [] }, null, 2));
console.log(JSON.stringify({ a: 1, b: 2 }, ["a"]), JSON.stringify([1], null, "--"), JSON.stringify({ toJSON: () => "own" }));
console.log(JSON.stringify({ n: 4 / 2, big: 1e21, small: 1e-7, f: 0.5 }));
