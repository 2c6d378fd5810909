const nan = NaN;
console.log(nan === nan, nan == nan, nan !== nan, nan < 1, nan > 1, !nan, typeof nan, [nan].indexOf(nan), [nan].includes(nan));
console.log(undefined + 1, null + 1, "a" * 2, "6" * "7", true + true, [] * 2, parseInt("x") || 5, Math.max(...[1, nan]));
console.log([3, nan, 1].map((x) => x > 2), nan ? 1 : 2, nan ?? 3, nan || 4);
