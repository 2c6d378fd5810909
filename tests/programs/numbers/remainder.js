console.log(-7 % 3, 7 % -3, -7 % -3, 5.5 % 2, -1 % 5, 0 % 5, 5 % 0);
const n = -4;
console.log(n % 3, ((n % 3) + 3) % 3, n % 2 === 0, -4 % 2, Object.is(-4 % 2, -0));
