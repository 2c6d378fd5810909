// A class that extends another one has not its static private members.
class Shape {
  static #sides() { return 4; }
  static sides() { return this.#sides(); }
  static corners() { return Shape.#sides(); }
}
class Square extends Shape {}
console.log(Shape.sides(), Square.corners());
try {
  console.log(Square.sides());
} catch (error) {
  console.log(error.name);
}
