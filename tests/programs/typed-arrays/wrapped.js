// What each kind stores of a number that it cannot hold.
const a = new Int32Array(4);
a[0] = 2 ** 31; console.log(a[0]);
a[1] = -1.9; console.log(a[1]);
a[2] = NaN; console.log(a[2]);
a[3] = Infinity; console.log(a[3]);
let n = 300; const b = new Uint8Array(2); b[0] = n; b[1] += 255; b[1] += 3; console.log(b[0], b[1]);
const u = new Uint32Array(1); u[0] = -5; console.log(u[0]);
const h = new Uint16Array(1); h[0]--; console.log(h[0]);
const i8 = Int8Array.from([127]); i8[0]++; console.log(i8[0]);
