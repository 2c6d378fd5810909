// An async iterator written by hand; leaving the loop calls its return().
class Countdown {
  constructor(from) {
    this.from = from;
  }
  [Symbol.asyncIterator]() {
    let n = this.from;
    return {
      next: async () => (n > 0 ? { value: n--, done: false } : { value: undefined, done: true }),
      return: async () => {
        console.log("return called");
        return { value: undefined, done: true };
      },
    };
  }
}
async function main() {
  for await (const n of new Countdown(3)) console.log(n);
  for await (const n of new Countdown(3)) {
    console.log("first", n);
    break;
  }
  try {
    for await (const n of new Countdown(2)) throw new Error("inside " + n);
  } catch (error) {
    console.log(error.message);
  }
}
main().then(() => console.log("done"));
let chain = Promise.resolve();
for (let i = 1; i <= 12; i++) chain = chain.then(() => console.log("tick", i));
