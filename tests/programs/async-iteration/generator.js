const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function* ticks(n) {
  for (let i = 1; i <= n; i++) {
    await sleep(5);
    yield i;
  }
  return "end";
}
async function* doubled(source) {
  for await (const x of source) yield x * 2;
  yield* [100, 200];
}
async function main() {
  for await (const x of doubled(ticks(3))) console.log(x);
  const it = ticks(1);
  const first = await it.next();
  const second = await it.next();
  console.log(first.value, first.done, second.value, second.done);
}
main();
