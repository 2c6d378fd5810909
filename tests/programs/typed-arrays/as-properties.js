// Elements as properties: no array of Python lists them.
const a = new Uint8Array([1, 2, 3]);
for (const k in a) console.log(k);
console.log(Object.keys(a), JSON.stringify(a), a + "", `${a}`);
