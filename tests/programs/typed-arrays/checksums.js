// Hashes and checksums by tables of 32-bit numbers.
const table = new Uint32Array(256);
for (let i = 0; i < 256; i++) {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  table[i] = c;
}
function crc32(bytes) {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
const text = new Uint8Array([...'hello world'].map((c) => c.charCodeAt(0)));
console.log(crc32(text).toString(16));
const state = new Uint8Array(256);
for (let i = 0; i < 256; i++) state[i] = i;
let j = 0;
for (let i = 0; i < 256; i++) {
  j = (j + state[i] + 'key'.charCodeAt(i % 3)) % 256;
  [state[i], state[j]] = [state[j], state[i]];
}
console.log(state.slice(0, 8).join(','), state.subarray(250));
const wrapped = new Int8Array(4);
wrapped[0] = 200; wrapped[1] = -200; wrapped[2] += 130; wrapped[3]--;
console.log(wrapped, Array.from(wrapped));
const clamped = new Uint8ClampedArray(4);
clamped[0] = 300; clamped[1] = -5; clamped[2] = 2.5; clamped[3] = 3.5;
console.log(clamped.join(' '));
