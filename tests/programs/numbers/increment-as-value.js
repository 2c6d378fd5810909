// The value of `x++` is the old value as a number; what it changes is evaluated once.
let text = "5";
const read = () => text;
const before = text++;
console.log([before, text, read()]);

function bump(value) {
  const old = value++;
  return [old, value];
}
console.log(bump("7"), bump(true), bump(1.5));

let calls = 0;
const box = { a: "4", b: 5 };
function find() {
  calls++;
  return box;
}
const first = find().a++;
const second = find().b--;
let third;
third = find().a--;
console.log([first, second, third], box, calls);

const keys = ["a", "b"];
const old = box[keys.pop()]++;
console.log([old], box, keys);

let next = 0;
const fresh = () => {
  const id = next++;
  return id;
};
console.log(fresh(), fresh(), next);
