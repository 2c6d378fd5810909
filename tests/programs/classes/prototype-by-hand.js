function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.add = function (other) {
  return new Point(this.x + other.x, this.y + other.y);
};
const sum = new Point(1, 2).add(new Point(3, 4));
console.log(sum.x, sum.y, sum instanceof Point);
