// Bytes from text and to text, put together.
function hex(bytes) { return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(""); }
function fromHex(text) { const out = new Uint8Array(text.length / 2); for (let i = 0; i < out.length; i++) out[i] = parseInt(text.slice(i * 2, i * 2 + 2), 16); return out; }
console.log(hex(fromHex("00ff10")), fromHex("0a0b"));
function concat(...arrays) { const total = arrays.reduce((n, a) => n + a.length, 0); const out = new Uint8Array(total); let at = 0; for (const a of arrays) { out.set(a, at); at += a.length; } return out; }
console.log(concat(fromHex("01"), new Uint8Array([2, 3])));
const xor = (a, b) => a.map((x, i) => x ^ b[i]);
console.log(xor(fromHex("ff00"), fromHex("0ff0")));
