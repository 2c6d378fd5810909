// Operators on values of several kinds: what is no number is converted first.
for (const value of [2, "3", true, null, "x", [4]]) {
  console.log(value * 2, value - 1, value / 2, value > 1, value <= 3, value == 3);
}
const both = (a, b) => a + b;
console.log(both(1, 2), both("a", 1), both(null, 1), both(true, 1), both([1], 2));
let count = "7";
count++;
let text = "5";
text -= 2;
console.log(count, text, +"4" + +true, "6" % 4, -"2");
