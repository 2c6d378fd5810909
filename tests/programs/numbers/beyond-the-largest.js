// What is greater than the greatest number is infinite.
console.log(2 ** 1024, 10 ** 400 === Infinity, -1e308 * 10, 1e308 * 10 === Infinity);
console.log(1 * Math.pow(2, 53) * Math.pow(2, 971) === Infinity);
