function* inner() {
  const x = yield 1;
  return `inner ${x}`;
}
function* outer() {
  const result = yield* inner();
  yield result;
  yield* [7, 8];
  yield* "ab";
}
const it = outer();
console.log(it.next().value, it.next("sent").value, [...it]);
