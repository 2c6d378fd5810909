function* talk() {
  const name = yield "name?";
  const age = yield `age of ${name}?`;
  return `${name} is ${age}`;
}
const t = talk();
console.log(t.next().value);
console.log(t.next("Ann").value);
const last = t.next(30);
console.log(last.value, last.done);
function* safe() {
  while (true) {
    try {
      yield 1;
    } catch (e) {
      console.log("caught", e.message);
    }
  }
}
const s = safe();
s.next();
console.log(s.throw(new Error("boom")).value);
console.log(s.return(9).value);
function* take(n, it) {
  let i = 0;
  for (const x of it) {
    if (i++ >= n) return;
    yield x;
  }
}
function* naturals() {
  let n = 0;
  while (true) yield n++;
}
console.log([...take(3, naturals())].join());
function* outer() {
  const r = yield* inner();
  yield r * 2;
}
function* inner() {
  yield 1;
  return 21;
}
console.log([...outer()].join());
class Tree {
  constructor(value, left, right) {
    this.value = value;
    this.left = left;
    this.right = right;
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}
const tree = new Tree(2, new Tree(1), new Tree(3));
console.log([...tree].join(), Math.max(...tree));
const entries = Object.entries({ a: 1 })[Symbol.iterator]();
console.log(entries.next().value.join());
class Countdown {
  constructor(n) { this.n = n; }
  [Symbol.iterator]() {
    let n = this.n;
    return {
      next() {
        return n > 0 ? { value: n--, done: false } : { value: undefined, done: true };
      },
      return() {
        console.log("stopped");
        return { value: undefined, done: true };
      },
    };
  }
}
for (const x of new Countdown(3)) {
  if (x === 1) break;
  console.log(x);
}
