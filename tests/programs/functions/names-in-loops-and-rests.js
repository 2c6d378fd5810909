// Names for built-in functions in the head of a loop, and items of arrays by number.
for (const up = Math.ceil, left = [1.2, 2.5]; left.length > 0; left.pop()) console.log(up(left[left.length - 1]));
const { 0: first, 5: none } = ["a", "b"];
const { 1: letter } = "xyz";
console.log(first, none, letter);
