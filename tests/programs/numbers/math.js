console.log(Math.round(2.5), Math.round(-2.5), Math.round(3.5), Math.round(0.49999999999999994), Math.floor(-1.5), Math.trunc(-1.5), Math.ceil(-1.5));
console.log(Math.max(), Math.min(), Math.max(1, NaN), Math.max("3", 2), Math.sign(-3), Math.hypot(3, 4), Math.cbrt(27), Math.abs(-2));
console.log(Math.pow(2, 10), 2 ** -1, (-2) ** 2, Math.log2(8), Math.log10(1000), Math.PI.toFixed(4), Math.floor(7 / 2), Math.clz32(1));
