const iterator = {
  [Symbol.iterator]() { return this; },
  next() { return { done: false, value: 1 }; },
  return: 1,
};
try {
  for (const x of iterator) { throw new Error("from the loop"); }
} catch (e) {
  console.log(e.message);
}
