// How often things occur, counted in the ways in which people count.
const m = {};
for (const w of "hello") m[w] = m[w] ? m[w] + 1 : 1;
console.log(m);
const k = {};
for (const w of "hello") { if (k[w]) k[w] += 1; else k[w] = 1; }
console.log(k);
const q = {};
for (const w of "hello") { if (!q[w]) q[w] = 0; q[w]++; }
console.log(q);
const r = {};
for (const w of "hello") { if (r[w] === undefined) { r[w] = 1; } else { r[w]++; } }
console.log(r);
const s = {};
for (const w of "hello") { if (w in s) { s[w] = s[w] + 1; } else { s[w] = 1; } }
console.log(s);
const u = new Map();
for (const w of "hello") { u.set(w, u.has(w) ? u.get(w) + 1 : 1); }
console.log(u.get("l"));
const v = {};
for (const w of "hello") v[w] = v[w] + 1 || 1;
console.log(v);
const y = new Map();
for (const w of "hello") y.set(w, y.get(w) + 1 || 1);
console.log([...y]);
const sums = {};
for (const n of [2, -2, 2]) sums[`${Math.abs(n)}`] = sums[`${Math.abs(n)}`] + n || n;
console.log(sums);
