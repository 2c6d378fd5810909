// Maps and sets inside of others, and iterators: shown otherwise, which a warning says.
console.log(new Map([["k", new Map([["a", 1]])]]));
console.log(new Set([new Set([1])]));
console.log(new Map([["a", 1]]).keys());
console.log([1, 2].entries());
console.log(new WeakMap(), new WeakSet());
