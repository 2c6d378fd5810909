// What a callback removes or adds while the array is gone through.
const letters = ["x", "y", "z"];
const found = [];
letters.find((letter) => {
  if (found.length === 0) letters.splice(1, 1);
  found.push(letter);
  return false;
});
console.log(found);

const numbers = [1, 2, 3];
const visited = [];
console.log(
  numbers.every((n) => {
    if (visited.length === 0) numbers.push(4);
    visited.push(n);
    return true;
  }),
  visited,
);
const totals = [1, 2, 3, 4];
console.log(
  totals.reduce((sum, n) => {
    totals.pop();
    return sum + n;
  }, 0),
);
const places = numbers.keys();
numbers.push(5);
console.log([...places], numbers.lastIndexOf(1, undefined));
