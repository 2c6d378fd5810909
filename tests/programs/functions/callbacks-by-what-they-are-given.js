// How many arguments built-in functions give to callbacks that see all of them.
const count = (...all) => all.length;
function counted() {
  return arguments.length;
}
console.log(Array.from([5, 6], (...all) => all.join("+")).join());
console.log(Array.from("ab", count).join(), Array.from({ length: 2 }, counted).join());
console.log(Array.from(new Set([1]), counted).join(), Array.from(new Map([["a", 1]]), count).join());
console.log([5].map(count).join(), [5].map(counted).join(), [1, 2].reduce(count));
console.log("a1".replace("1", counted), "a1".replace(/\d/, counted), "a1".replaceAll("1", count));

// One name for callbacks that look at more and at less.
function applied(xs, f) {
  return xs.map(f);
}
console.log(applied([1, 2], (x, i) => x + i).join(), applied([1], (x) => x + 1).join());
function made(xs, f) {
  return Array.from(xs, f);
}
console.log(made([1, 2], count).join(), made([1], (x) => x + 1).join());
