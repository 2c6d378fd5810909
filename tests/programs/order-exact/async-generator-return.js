// return() and throw() of async generators, before, within and after.
async function* numbers() {
  try {
    yield 1;
    yield 2;
  } catch (error) {
    console.log("caught", error.message);
    yield 99;
  } finally {
    console.log("cleanup");
    await null;
    console.log("clean");
  }
}
async function main() {
  const a = numbers();
  console.log((await a.next()).value);
  const closed = await a.return("R");
  console.log(closed.value, closed.done);
  const again = await a.next();
  console.log(again.value, again.done);
  const b = numbers();
  await b.next();
  console.log((await b.throw(new Error("thrown in"))).value);
  console.log((await b.next()).done);
  const c = numbers();
  const unused = await c.return(7);
  console.log(unused.value, unused.done);
  try {
    await numbers().throw(new Error("too early"));
  } catch (error) {
    console.log(error.message);
  }
}
main().then(() => console.log("main done"));
let chain = Promise.resolve();
for (let i = 1; i <= 14; i++) chain = chain.then(() => console.log("tick", i));
