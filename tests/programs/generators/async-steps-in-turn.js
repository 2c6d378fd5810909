// Steps of an async generator that overlap are made one after the other.
async function* letters() {
  yield await "a";
  yield "b";
  return "end";
}
const it = letters();
it.next().then((step) => console.log("first", step));
it.next().then((step) => console.log("second", step));

async function main() {
  async function* slow() {
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 5 - i));
      yield i;
    }
  }
  const source = slow();
  const steps = await Promise.all([source.next(), source.next(), source.next()]);
  console.log(steps.map((step) => step.value));
  console.log((await source.next()).value, (await source.next()).done);
}
main();
