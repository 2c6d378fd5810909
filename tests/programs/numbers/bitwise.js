console.log(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 31, 1 << 32, 1 << 33, -1 >>> 0, -1 >> 1, -16 >>> 28);
console.log(2 ** 32 | 0, 2 ** 31 | 0, 4294967295 | 0, 3.7 | 0, -3.7 | 0, ~~7.9, ~-1, 1e10 >> 1);
let hash = 0;
for (const ch of "hello world") hash = (hash << 5) - hash + ch.charCodeAt(0) | 0;
console.log(hash, Math.imul(0xffffffff, 5), hash >>> 0, 0xff, 0b101, 0o17, 1_000);
