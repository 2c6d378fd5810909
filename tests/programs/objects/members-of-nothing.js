function get(grid, y, x) { return grid[y][x]; }
function len(v) { return v.length; }
function name(v) { return v.name; }
function call(v) { return v.run(); }
function pick(v) { const { a } = v; return a; }
function first(v) { const [a] = v; return a; }
const attempt = (f) => { try { return f(); } catch (e) { return e instanceof TypeError ? "TypeError" : "other"; } };
const grid = [[1, 2], [3, 4]];
console.log(attempt(() => get(grid, 5, 1)));
console.log(attempt(() => get({ a: { b: 1 } }, "b", "a")));
console.log(attempt(() => len(grid[7])));
console.log(attempt(() => len(null)));
console.log(attempt(() => len({ length: 3 })));
console.log(attempt(() => len("abc")));
console.log(attempt(() => len(5)));
console.log(attempt(() => name(null)));
console.log(attempt(() => name(undefined)));
console.log(attempt(() => name({ name: 1 })));
console.log(attempt(() => call(null)));
console.log(attempt(() => pick(null)));
console.log(attempt(() => first(null)));
let u;
console.log(attempt(() => u[0]), attempt(() => u.x), attempt(() => u["y"]), attempt(() => { u[0] = 1; }), attempt(() => { u.x = 1; }));
