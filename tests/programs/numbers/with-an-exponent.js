// From 1e21 on, whole numbers are written with an exponent.
const big = Math.floor(1e21);
console.log(big, `${big}`, String(Math.round(2.5)), `${big}`.length, [big].join());
