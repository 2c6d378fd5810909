// A private name gives way to a public one that is shown.
class Counter {
  #x = 1;
  get x() {
    return this.#x;
  }
}
class Point {
  constructor(x) {
    this._x = x;
  }
}
console.log(new Point(2), new Counter().x);
