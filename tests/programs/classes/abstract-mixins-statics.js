class Shape {
  static count = 0;
  static registry = new Map();
  #id = ++Shape.count;
  tags = [];
  constructor(name) {
    if (new.target === Shape) throw new TypeError("abstract");
    this.name = name;
    Shape.registry.set(this.#id, this);
  }
  get id() { return this.#id; }
  area() { throw new Error("not implemented"); }
  toString() { return `${this.constructor.name}(${this.name})`; }
  static compare(a, b) { return a.area() - b.area(); }
  describe() { return `${this} has area ${this.area().toFixed(2)}`; }
}
class Circle extends Shape {
  constructor(r) { super("circle"); this.r = r; }
  area() { return Math.PI * this.r ** 2; }
  static unit() { return new this(1); }
}
class Square extends Shape {
  #side;
  constructor(side) { super("square"); this.#side = side; }
  get side() { return this.#side; }
  set side(v) { if (v < 0) throw new RangeError("negative"); this.#side = v; }
  area() { return this.#side * this.#side; }
  describe() { return super.describe() + "!"; }
}
const sq = new Square(3);
const shapes = [Circle.unit(), sq, new Circle(2)];
for (const s of shapes.sort(Shape.compare)) console.log(s.describe(), s.id);
sq.side = 4;
sq.side += 1;
console.log(sq.side, sq.area(), Shape.count, Shape.registry.size);
try { sq.side = -1; } catch (e) { console.log(e.name, e.message); }
try { new Shape("x"); } catch (e) { console.log(e.message); }
console.log(`${sq}`, String(sq), sq instanceof Shape, sq instanceof Circle);
const Serializable = (Base) => class extends Base {
  serialize() { return JSON.stringify({ name: this.name }); }
};
const Loud = (Base) => class extends Base {
  shout() { return this.name.toUpperCase(); }
};
class Person { constructor(name) { this.name = name; } }
class Hero extends Loud(Serializable(Person)) {
  constructor(name) { super(name); this.hero = true; }
}
const hero = new Hero("bob");
console.log(hero.serialize(), hero.shout(), hero.hero);
const Point = class {
  constructor(x = 0, y = x) { this.x = x; this.y = y; }
  equals(o) { return o instanceof Point && o.x === this.x && o.y === this.y; }
  plus({ x, y }) { return new Point(this.x + x, this.y + y); }
};
console.log(new Point(1).plus(new Point(2, 3)).equals(new Point(3, 4)));
class Temp {
  static #cache = new Map();
  static of(k) {
    if (!Temp.#cache.has(k)) Temp.#cache.set(k, new Temp(k));
    return Temp.#cache.get(k);
  }
  constructor(k) { this.k = k; }
  valueOf() { return this.k; }
}
console.log(Temp.of(1) === Temp.of(1), Temp.of(2).k);
