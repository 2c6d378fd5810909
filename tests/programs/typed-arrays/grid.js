// A grid of numbers in a class.
class Grid {
  constructor(w, h) { this.w = w; this.h = h; this.cells = new Float32Array(w * h); }
  get(x, y) { return this.cells[y * this.w + x]; }
  set(x, y, v) { this.cells[y * this.w + x] = v; return this; }
  sum() { let s = 0; for (const c of this.cells) s += c; return s; }
}
const g = new Grid(3, 2).set(1, 1, 0.5).set(2, 0, 2);
console.log(g.get(1, 1), g.get(0, 0), g.sum(), g.cells.length, g.cells);
