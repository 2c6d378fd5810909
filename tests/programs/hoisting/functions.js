console.log(early(2));
function early(n) {
  return helper(n) + 1;
}
const doubled = [1, 2].map(double);
function double(x) {
  return x * 2;
}
function helper(n) {
  return n * factor;
}
var factor;
console.log(doubled, early(1));
factor = 10;
console.log(early(2));
