// for await over a class with Symbol.iterator, and over a Map.
class Range {
  constructor(n) {
    this.n = n;
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.n; i++) yield Promise.resolve(i);
  }
}
async function main() {
  for await (const i of new Range(3)) console.log("range", i);
  for await (const [k, v] of new Map([["a", 1], ["b", 2]])) console.log(k, v);
  outer: for await (const a of [1, 2]) {
    for await (const b of [10, 20]) {
      if (b === 20) continue outer;
      console.log(a, b);
    }
  }
  try {
    for await (const x of [Promise.reject(new Error("item"))]) console.log(x);
  } catch (e) {
    console.log(e.message);
  }
}
main().then(() => console.log("done"));
let chain = Promise.resolve();
for (let i = 1; i <= 30; i++) chain = chain.then(() => console.log("tick", i));
