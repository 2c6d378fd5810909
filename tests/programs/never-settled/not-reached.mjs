// The call that would settle the promise stands in the text, and is not come to.
const gates = new Map();
function gate(name) {
  return new Promise((resolve) => gates.set(name, resolve));
}
function open(name) {
  const found = gates.get(name);
  if (found) found(`${name} is open`);
}

const first = gate("first");
const second = gate("second");
let closed = true;
setTimeout(() => {
  open("first");
  if (!closed) open("second");
}, 5);
console.log(await first);
console.log(await second);
