// A generator goes on when next() is called, up to where it waits.
let steps = 0;
async function* inner() {
  steps += 1;
  yield "inner";
}
async function* outer() {
  steps += 1;
  yield* inner();
}
const iterator = outer();
const first = iterator.next();
console.log(steps);
first.then((step) => {
  console.log(step, steps);
});
