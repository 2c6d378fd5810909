const memo = [];
function fib(n) { if (n < 2) return n; if (memo[n] !== undefined) return memo[n]; memo[n] = fib(n - 1) + fib(n - 2); return memo[n]; }
console.log(fib(20));
const seq = [];
for (let i = 0; i < 4; i++) seq[i] = i * i;
console.log(seq.join());
function fill(n) { const out = []; for (let i = 0; i < n; i++) out[i] = n - i; return out; }
console.log(fill(3).join("-"));
