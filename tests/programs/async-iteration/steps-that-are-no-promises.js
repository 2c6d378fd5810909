// next() and return() of an async iterator may give plain objects.
function counter(limit) {
  let n = 0;
  return {
    [Symbol.iterator]() { throw new Error("not the synchronous one"); },
    [Symbol.asyncIterator]() {
      return {
        next() { n += 1; return { value: n, done: n > limit }; },
        return() { console.log("closed"); return {}; },
      };
    },
  };
}

async function* all(limit) { yield* counter(limit); }

async function main() {
  for await (const x of counter(2)) console.log(x);
  for await (const x of counter(5)) { if (x === 2) break; }
  for await (const x of all(3)) console.log("through", x);
}
main();
