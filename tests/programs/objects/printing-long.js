console.log({ name: "a rather long name here", values: [1, 2, 3], other: "another long text to break", more: true });
console.log([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27]);
console.log({ l1: { l2: { l3: { l4: 1 } } } }, ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"]);
