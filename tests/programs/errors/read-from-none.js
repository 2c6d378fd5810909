// What was read from is there; where reading threw and was caught, it may not be.
const caught = (x) => { try { x.y; } catch {} return x === undefined ? "none" : "some"; };
console.log(caught({ y: 1 }), caught(undefined));
const chained = (a) => { a?.f(a.c); return a === undefined ? "none" : a.c; };
console.log(chained({ f() {}, c: 2 }), chained(undefined));
const finals = (x) => { try { return x.y; } finally { console.log(x === undefined); } };
try { finals(undefined); } catch (e) { console.log(e.name); }
const looped = (x) => { for (const k of [1]) { try { console.log(k, x.y); } catch { continue; } } return x == null; };
console.log(looped({ y: 1 }), looped(undefined));
const cond = (x, c) => { if (c) console.log(x.y); return x === undefined ? 0 : 1; };
console.log(cond({ y: 3 }, true), cond(undefined, false));
const log = (x) => { const v = x && x.y; return [v, x === undefined]; };
console.log(log({ y: 1 }), log(undefined));
const sw = (x, k) => { switch (k) { case 1: x.y; break; default: } return x === undefined; };
console.log(sw({ y: 1 }, 1), sw(undefined, 2));
let g; const set = () => { g = { y: 1 }; };
set(); console.log(g.y); g = undefined; console.log(g === undefined);
const len = (xs) => { let n = -1; try { n = xs.length; } catch { n = -2; } if (!xs) return "no"; return n; };
console.log(len([1]), len(undefined));
const nested = (x) => x?.a?.b(x.a.c) ?? (x === undefined ? "u" : "v");
console.log(nested(undefined), nested({}), nested({ a: { b: (q) => q, c: 9 } }));
const closure = (x) => { const later = () => x === undefined; try { x.y; } catch {} return later(); };
console.log(closure({ y: 1 }), closure(undefined));
const lab = (x) => { out: { try { x.y; } catch { break out; } } return x === undefined; };
console.log(lab({ y: 1 }), lab(undefined));
const dflt = (x, y = x.z) => [x === undefined, y];
console.log(dflt({ z: 1 }), dflt(undefined, 5));
