// Reductions that fill an array, one within the other or within a callback.
function f(p) {
  return [["a", 1], ["b", 3]].filter(([k, v]) => v > Math.max(...p.reduce((out, x) => { out.unshift(x); return out; }, [])));
}
console.log(f([1, 2]));
class C1 { constructor(x) { this._x = x; } }
const o4 = new C1([...[-2].filter((x) => x % 2 === 0).reduce((out, x) => { out.unshift(x); return out; }, []).entries()].map(([i, x]) => i * x).reduce((out, x) => { out.unshift(x); return out; }, []));
console.log(JSON.stringify(o4));
function g(xs) { return xs.reduce((out, x) => { out.push(x); return out; }, []).filter((x) => x > 1).reduce((out, x) => { out.unshift(x * 2); return out; }, []); }
console.log(g([1, 2, 3]));
