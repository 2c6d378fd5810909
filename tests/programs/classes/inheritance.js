class Shape {
  constructor(name) {
    this.name = name;
  }
  area() {
    return 0;
  }
  toString() {
    return `${this.name}: ${this.area()}`;
  }
}

class Square extends Shape {
  constructor(side) {
    super("square");
    this.side = side;
  }
  area() {
    return this.side ** 2;
  }
}

class Tile extends Square {
  toString() {
    return `<${super.toString()}>`;
  }
}

console.log(`${new Shape("point")}`, String(new Square(3)), new Tile(2) + "");
const tile = new Tile(1);
console.log(tile instanceof Shape, tile instanceof Tile, new Shape("x") instanceof Square);
