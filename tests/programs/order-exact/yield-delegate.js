// yield* hands requests on to the inner iterator.
async function* inner() {
  try {
    const x = yield "inner 1";
    console.log("inner got", x);
    yield "inner 2";
    return "result";
  } finally {
    console.log("inner closed");
  }
}
async function* outer() {
  const result = yield* inner();
  console.log("delegated", result);
  yield* [Promise.resolve("s1"), "s2"];
  yield "last";
}
async function main() {
  const steps = outer();
  console.log((await steps.next()).value);
  console.log((await steps.next("hello")).value);
  for await (const value of steps) console.log(value);
  const early = outer();
  await early.next();
  const closed = await early.return("bye");
  console.log(closed.value, closed.done);
}
main();
let chain = Promise.resolve();
for (let i = 1; i <= 12; i++) chain = chain.then(() => console.log("tick", i));
