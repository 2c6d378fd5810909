// Both sides of a shift become integers of 32 bits.
console.log(null << undefined, undefined << null, undefined >>> 0, ~null, ~undefined);
for (const count of [1.7, 33, NaN, -1]) console.log(5 << count, -5 >> count, -5 >>> count);
