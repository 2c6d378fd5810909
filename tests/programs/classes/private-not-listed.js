// Private members are in no list of properties, of subclasses neither.
class Counter {
  #count = 0;
  label = "c";
  constructor(start) {
    this.#count = start;
  }
  next() {
    return this.#step(1);
  }
  #step(by) {
    this.#count += by;
    return this.#count;
  }
  same(other) {
    return #count in other && other.#count === this.#count;
  }
}

class Loud extends Counter {
  #count = "loud";
  both() {
    return [1].map((n) => `${this.#count} ${this.next()} ${n}`);
  }
}

const quiet = new Counter(4);
const loud = new Loud(5);
console.log(quiet, loud, quiet.next(), loud.both(), quiet.same(new Counter(5)));
console.log(JSON.stringify(loud), Object.keys(quiet), Object.entries(loud), { ...loud });
