// yield* of an object whose iterators are given by accessors.
const obj = { get [Symbol.iterator]() { throw new Error("x"); }, get [Symbol.asyncIterator]() { return undefined; } };
async function* g() { yield* obj; }
g().next().then(console.log, (e) => console.log("err", e.message));
