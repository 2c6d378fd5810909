// What is read by number may be an array, a text or an object with such a key.
function first(value) {
  return value[0];
}

function pair({ 0: one, 1: two }) {
  return [one, two];
}

console.log(first([1, 2]));
console.log(first({ 0: "zero" }));
console.log(first("text"));
console.log(first([]));
console.log(pair(["a"]));
console.log(pair("xy"));
console.log(pair({ 0: 5, 1: 6 }));

function rest(rows) {
  const { 0: head, ...others } = rows;
  return [head, others];
}

console.log(rest([7, 8, 9]));
console.log(rest({ 0: "a", b: 1 }));
