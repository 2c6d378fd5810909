"use strict";

// Lazy sequences: generators that feed each other, and an iterable class.

function* naturals(start = 1) {
  for (let n = start; ; n++) yield n;
}

function* map(source, fn) {
  for (const item of source) yield fn(item);
}

function* filter(source, test) {
  for (const item of source) {
    if (test(item)) yield item;
  }
}

function* takeWhile(source, test) {
  for (const item of source) {
    if (!test(item)) return;
    yield item;
  }
}

function* zip(first, second) {
  const others = second[Symbol.iterator]();
  for (const item of first) {
    const { value, done } = others.next();
    if (done) return;
    yield [item, value];
  }
}

const chain = function* (...sources) {
  for (const source of sources) yield* source;
};

/** The inclusive range of two whole numbers. */
class Range {
  constructor(from, to, step = 1) {
    this.from = from;
    this.to = to;
    this.step = step;
  }

  *[Symbol.iterator]() {
    for (let n = this.from; n <= this.to; n += this.step) {
      yield n;
    }
  }

  get length() {
    return Math.floor((this.to - this.from) / this.step) + 1;
  }
}

function* primes() {
  const found = [];
  for (const n of naturals(2)) {
    if (found.every((p) => n % p !== 0)) {
      found.push(n);
      yield n;
    }
  }
}

/** Keeps the running average of all that was sent to it. */
function* averager() {
  let sum = 0;
  let count = 0;
  let average = null;
  while (true) {
    const value = yield average;
    sum += value;
    count += 1;
    average = sum / count;
  }
}

const squares = map(naturals(), (n) => n * n);
const odd = filter(squares, (n) => n % 2 === 1);
console.log([...takeWhile(odd, (n) => n < 100)].join(" "));

console.log(Array.from(takeWhile(primes(), (p) => p < 30)).join(" "));

const range = new Range(10, 30, 5);
console.log(`${range.length} steps: ${[...range].join(", ")}; largest ${Math.max(...range)}`);

for (const [letter, number] of zip("abc", range)) {
  console.log(`${letter}${number}`);
}

const running = averager();
running.next();
for (const value of [10, 20, 60]) {
  console.log(`average: ${running.next(value).value}`);
}

console.log([...chain([1, 2], new Range(7, 8), "xy")].join("|"));
