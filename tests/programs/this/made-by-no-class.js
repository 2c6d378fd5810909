// Array.of and Array.from make an array where `this` is no constructor.
console.log(Array.of.call(Array, 1, 2).length);
console.log(Array.of.call(undefined, 1, 2).length);
console.log(Array.of.call({}, 1, 2).length, Array.from.call(null, new Set(["x"])));
console.log(Array.of.apply(Array, [1, 2]));
