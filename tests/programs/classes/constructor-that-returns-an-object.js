// What a constructor returns takes the place of the new object.
const made = {};
class Single {
  constructor() {
    if (made.one) return made.one;
    made.one = this;
  }
}
console.log(new Single() === new Single());
class Chained {
  constructor(x) {
    this.x = x;
    return this;
  }
}
console.log(new Chained(2).x);
