const a = new Date(1000), b = new Date(5000);
console.log(b - a, +a, a * 1, a / 2, Number(b), b - 1000);
let c = new Date(7); c -= 2; console.log(c);
console.log(a < b, Math.abs(a - b) / 1000, Math.floor((b - a) / 1000), new Date(b - a).getTime(), `${b - a}ms`);
console.log(Date.now() - a > 0, a >= b);
const days = (from, to) => Math.round((to - from) / 864e5);
console.log(days(new Date("2024-01-01"), new Date("2024-12-31")));
