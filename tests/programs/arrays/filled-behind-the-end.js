// A write just behind the end of an array makes it longer.
function fibonacci(n) {
  const f = [0, 1];
  for (let i = 2; i <= n; i++) f[i] = f[i - 1] + f[i - 2];
  return f[n];
}
console.log(fibonacci(1), fibonacci(10), fibonacci(30));
function tribonacci(n) {
  const dp = [];
  dp[0] = 0;
  dp[1] = 1;
  dp[2] = dp[0] + dp[1];
  for (let i = 3; i <= n; i++) {
    const sum = dp[i - 1] + dp[i - 2];
    dp[i] = sum + dp[i - 3];
    if (dp[i] > 500) return -1;
  }
  return dp[n];
}
console.log(tribonacci(0), tribonacci(7), tribonacci(40));
function squares(n) {
  const out = [];
  for (let i = 0; i < n; i++) {
    if (i > 3) break;
    out[i] = i * i;
  }
  return out;
}
console.log(squares(3), squares(9));
// A sum over what is there already; the length is asked between.
const steps = [1];
console.log(steps.length);
for (let k = 1; k < 6; k++) {
  let ways = 0;
  for (let j = 0; j < k; j++) ways += steps[j];
  steps[k] = ways;
}
console.log(steps.join(" "), steps.length);
