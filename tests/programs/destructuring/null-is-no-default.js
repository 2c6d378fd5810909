const { a = 1, b = 2, c = 3 } = { a: null, b: undefined, c: 0 };
console.log(a, b, c);
