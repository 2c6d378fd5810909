// Elements that may not be there.
const a = new Uint8Array([1, 2, 3]);
const at = (i) => a[i];
console.log(at(0), at(5) ?? 0, at(-1) === undefined);
