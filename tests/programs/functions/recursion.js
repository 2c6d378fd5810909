const factorial = (n) => (n <= 1 ? 1 : n * factorial(n - 1));

function isEven(n) {
  return n === 0 ? true : isOdd(n - 1);
}

function isOdd(n) {
  return n === 0 ? false : isEven(n - 1);
}

const flatten = (list) => list.reduce((all, x) => all.concat(Array.isArray(x) ? flatten(x) : x), []);

console.log(factorial(10));
console.log(isEven(10), isOdd(10));
console.log(flatten([1, [2, [3, [4]], 5]]));
