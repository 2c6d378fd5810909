function* steps() {
  const first = yield "ready";
  console.log("got", first);
  const second = yield first * 2;
  return second + "!";
}
const it = steps();
let step = it.next();
console.log(step.value, step.done);
step = it.next(21);
console.log(step.value, step.done);
step = it.next("bye");
console.log(step.value, step.done);
step = it.next();
console.log(step.value, step.done);
