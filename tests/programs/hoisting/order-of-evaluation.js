console.log(typeof hoisted, hoisted());
function hoisted() { return helper() + "!"; }
function helper() { return "help"; }
var v = 1;
function useV() { return v; }
v = 2;
console.log(useV());
for (var i = 0; i < 3; i++) {}
console.log(i);
if (v) { var inIf = "x"; }
console.log(inIf);
function f() {
  if (false) { var z = 1; }
  return z;
}
console.log(f());
const order = [];
function tag(x) { order.push(x); return x; }
const { a = tag("a"), b = tag("b") } = { b: 1 };
const [p = tag("p"), q = tag("q")] = [undefined, 2];
console.log(order.join(), a, b, p, q);
const o = {};
[o.x, o["y"]] = [1, 2];
({ x: o.z, w: o.w = 5 } = { x: 3 });
console.log(JSON.stringify(o));
function swap(arr, i, j) { [arr[i], arr[j]] = [arr[j], arr[i]]; return arr; }
console.log(swap([1, 2, 3], 0, 2).join());
let m, nn;
m = nn = 5;
console.log(m, nn);
let u;
console.log(u === undefined, u == null);
const big = { list: [{ deep: { x: 1 } }] };
const { list: [{ deep: { x: deepX } }] } = big;
console.log(deepX);
const fnn = ([a1, ...r1], { k, ...r2 }) => a1 + r1.length + k + Object.keys(r2).length;
console.log(fnn([1, 2, 3], { k: 4, l: 5 }));
