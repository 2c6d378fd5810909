// A prototype that is written as an object, accessors, statics, a variable for the prototype.
var Point = function Point(x, y) {
  this.x = x;
  this.y = y;
};

Point.prototype = {
  constructor: Point,
  // How far from the origin.
  get length() {
    return Math.hypot(this.x, this.y);
  },
  set length(value) {
    var factor = value / this.length;
    this.x *= factor;
    this.y *= factor;
  },
  plus: function (other) {
    return new Point(this.x + other.x, this.y + other.y);
  },
  toString() {
    return "(" + this.x + ", " + this.y + ")";
  },
};

Point.ORIGIN = new Point(0, 0);
Point.between = function (a, b) {
  return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
};

function Stack() {
  this.items = [];
}
var proto = Stack.prototype;
proto.push = function (item) {
  this.items.push(item);
  return this;
};
proto.each = function (visit) {
  for (var i = 0; i < this.items.length; i++) visit(this.items[i], i);
};
proto[Symbol.iterator] = function* () {
  for (const item of this.items) yield item;
};

var p = new Point(3, 4);
console.log(p.length, String(p.plus(Point.ORIGIN)), p);
p.length = 10;
console.log(`${Point.between(p, Point.ORIGIN)}`, p.constructor === Point, p.constructor.name);
var stack = new Stack().push(1).push("two");
stack.each(function (item, i) {
  console.log(i, item);
});
console.log([...stack], stack instanceof Stack, typeof Stack, Stack.name);
console.log(Object.keys(p), "plus" in p, p.hasOwnProperty("plus"), JSON.stringify(p));
