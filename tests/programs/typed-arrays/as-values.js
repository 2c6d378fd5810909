// Typed arrays as keys, as values, taken apart.
const m = new Map(); const k = new Uint8Array(2); m.set(k, "x"); console.log(m.get(k), m.has(new Uint8Array(2)));
const s = new Set([k, k]); console.log(s.size);
const o = { data: new Uint16Array([1, 2]) }; console.log(o.data[1], o.data.length);
const [x, y, z = 7] = o.data; console.log(x, y, z);
const { length } = o.data; console.log(length);
console.log(Math.max(...o.data), [...o.data, 3], Array.from(o.data).map((v) => v + 1));
