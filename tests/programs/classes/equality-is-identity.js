class Point {
  constructor(x) {
    this.x = x;
  }
}
const a = new Point(1);
const b = new Point(1);
const c = a;
console.log(a === b, a === c, [a].includes(b), [a].indexOf(c), new Set([a, b, c]).size);
