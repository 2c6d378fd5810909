const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const countdown = {
  from: 3,
  [Symbol.asyncIterator]() {
    let n = this.from;
    return {
      async next() {
        await sleep(5);
        return n > 0 ? { value: n--, done: false } : { value: undefined, done: true };
      },
      async return() {
        console.log("returned early");
        return { value: undefined, done: true };
      },
    };
  },
};
(async () => {
  for await (const n of countdown) console.log(n);
  for await (const n of countdown) {
    if (n === 2) break;
  }
})();
