class Base {
  #value = 1;
  get base() {
    return this.#value;
  }
}
class Derived extends Base {
  #value = 2;
  get derived() {
    return this.#value;
  }
  static is(x) {
    return #value in x;
  }
}
const d = new Derived();
console.log(d.base, d.derived, Derived.is(d), Derived.is(new Base()));
class Counter {
  static #all = [];
  items = [];
  constructor() {
    Counter.#all.push(this);
  }
  static get size() {
    return Counter.#all.length;
  }
}
class Special extends Counter {
  add(x) {
    this.items.push(x);
    return this.items.length;
  }
}
console.log(new Special().add("x"), Special.size, Counter.size);
