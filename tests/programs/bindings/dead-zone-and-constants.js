function attempt(f) { try { console.log(f()); } catch (e) { console.log(e.name, e.message); } }
const K = 1;
attempt(() => { K = 2; return "no"; });
attempt(() => { K += 2; return "no"; });
attempt(() => { K++; return "no"; });
attempt(() => { [K] = [3]; return "no"; });
attempt(() => { ({ a: K } = { a: 1 }); return "no"; });
attempt(() => { for (K of [1]) { } return "no"; });
attempt(() => { let z = null; z ??= (K &&= 4); return K; });
attempt(() => { const y = x; const x = 1; return y; });
attempt(() => { x; let x = 1; return "no"; });
attempt(() => { x = 3; let x = 1; return "no"; });
attempt(() => { let x = x + 1; return "no"; });
attempt(() => { const { a = b, b } = {}; return "no"; });
attempt(() => { const { a, b = a } = { a: 1 }; return b; });
function later(a = b, b) { return a; }
attempt(() => later());
attempt(() => later(1));
function itself(a = a) { return a; }
attempt(() => itself());
attempt(() => itself(4));
function sees(a, b = a, c = () => b) { return c(); }
attempt(() => sees(2));
attempt(() => { class A extends A { } return "no"; });
attempt(() => { class A { m() { A = 1; } } new A().m(); return "no"; });
attempt(() => { const f = function g() { g = 1; return typeof g; }; return f(); });
attempt(() => { "use strict"; const f = function g() { g = 1; return typeof g; }; return f(); });
attempt(() => { class A { static x = 1; static y = A.x + 1; } return A.y; });
// The value is not needed for what comes out: the name is read for all that.
attempt(() => { const t = typeof [u]; const u = 1; return t; });
attempt(() => { const t = [1, typeof (n + 1)]; const n = 2; return t; });
console.log(K);
