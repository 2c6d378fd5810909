// Integers of more than 31 bits that come out of arrays, Maps and loops.
const keys = [1, 3000000000, 4294967295];
for (const k of keys) {
  const mixed = k ^ 1;
  console.log(mixed, mixed >>> 8, (k | 0) >>> 4, Math.abs(mixed), mixed % 7, mixed < 0 ? "negative" : "positive", [1, 2, 3][mixed] ?? "none");
}
function mix(h, x) { return h ^ x; }
let h = 0;
for (let i = 0; i < keys.length; i++) { h = mix(h, keys[i]); console.log(h, h >>> 3, "abc"[h]); }
const o = { big: 4000000000, small: 3 };
const m = new Map([["a", 4000000000]]);
console.log((o.big ^ 1) >>> 1, (m.get("a") | 0) >>> 1, (Object.values(o)[0] ^ 2) >>> 2);
const pairs = keys.map((k) => [k, k ^ 5]);
for (const [a, b] of pairs) console.log((a ^ 3) >>> 1, b >>> 1, (a | b) % 10);
