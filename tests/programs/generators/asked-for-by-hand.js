// The iterators of collections, of texts and of iterators themselves, asked for by hand.
function* words() {
  yield "abc";
  yield "de";
}
const first = (items) => {
  const it = items[Symbol.iterator]();
  const step = it.next();
  return step.done ? undefined : step.value;
};
console.log(first([10, 20]), first(words()), first("xyz"));
console.log(first(words()).length);

const again = words();
console.log(again[Symbol.iterator]() === again);
console.log(new Map([["k", 1]])[Symbol.iterator]().next().value);
console.log("hi"[Symbol.iterator]().next().value.length);
console.log(new Set(["q"]).values()[Symbol.iterator]().next().value.length);

async function* later() {
  yield "late";
}
const it = later()[Symbol.asyncIterator]();
it.next().then((step) => console.log(step.value.length, step.done));

// The smallest of what a function makes of the items.
function least(items, by) {
  const it = items[Symbol.iterator]();
  let step = it.next();
  let min = by(step.value);
  for (step = it.next(); !step.done; step = it.next()) {
    const found = by(step.value);
    if (found < min) min = found;
  }
  return min;
}
console.log(least(words(), (word) => word.length), least([{ n: 3 }, { n: 2 }], (x) => x.n));
