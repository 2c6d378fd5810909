// What is awaited is done already: whoever called goes on first all the same.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const cache = new Map([["one", Promise.resolve(1)]]);
async function known(promise) {
  console.log("known: begins");
  console.log("known: goes on with", await promise);
}
async function nothing() {
  console.log("nothing: begins");
  console.log("nothing: goes on with", await Promise.all([]));
}
async function cached() {
  console.log("cached: begins");
  console.log("cached: goes on with", await cache.get("one"));
}
async function fails() {
  throw new Error("at once");
}
async function caught() {
  try {
    console.log("caught: begins");
    await fails();
  } catch (err) {
    console.log("caught:", err.message);
  }
}
async function* none() {}
async function looped() {
  console.log("looped: begins");
  for await (const x of none()) console.log(x);
  console.log("looped: goes on");
}
async function main() {
  const done = sleep(5).then(() => "it");
  await done;
  for (const work of [() => known(done), nothing, cached, caught, looped]) {
    work();
    console.log("the caller");
    await sleep(10);
  }
}
main();
