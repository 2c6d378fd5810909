// What an AggregateError holds may be one itself: its message has no count of what is in it.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fail(name, ms) {
  await sleep(ms);
  throw new Error(`${name} failed`);
}

async function both() {
  return Promise.any([fail("a", 10), fail("b", 20)]);
}

async function main() {
  try {
    await Promise.any([both(), fail("c", 5)]);
  } catch (err) {
    console.log(err.errors.map((e) => e.message).join("; "));
  }
  try {
    await Promise.any([fail("d", 10), fail("e", 5)]);
  } catch (err) {
    console.log(err.errors.map((e) => e.message).join("; "), err.errors.length);
  }
}
main();
