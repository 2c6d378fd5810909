// Patterns whose keys are places of a text or an array.
function rises(text) {
  for (let i = 0; i < text.length - 1; i++) {
    const { [i]: here, [i + 1]: next } = text;
    if (here > next) return false;
  }
  return true;
}
console.log(rises("abc"), rises("acb"), rises(""));

const steps = [3, 5, 4];
const gaps = [];
for (let i = 0; i + 1 < steps.length; i++) {
  const { [i]: a, [i + 1]: b } = steps;
  gaps.push(b - a);
}
console.log(gaps);
const at = 7;
const { [at]: missing, [0]: zeroth = 1 } = steps;
console.log(missing, zeroth);
const prices = { a: 1, b: 2 };
for (const key of ["a", "b", "c"]) {
  const { [key]: price = 0 } = prices;
  console.log(price);
}
