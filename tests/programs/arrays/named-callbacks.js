const isPrime = (n) => {
  if (n < 2) return false;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
};
console.log([1, 2, 3, 4, 5].filter(isPrime), [4, 6].some(isPrime), [2, 3].every(isPrime));
console.log([4, 7, 9].find(isPrime), [4, 7].findIndex(isPrime), [1, 2].map(isPrime));
