for (let left = 0, right = 5; left < right; left++, right -= 2) {
  console.log(left, right);
}
let steps = 0;
for (let n = 27; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps++;
console.log(steps);
for (;;) {
  if (++steps > 115) break;
}
console.log(steps);
