const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let counter = 0;
async function bump(by) {
  await sleep(5);
  counter += by;
  return counter;
}
console.log(await bump(2));
await Promise.all([bump(1), bump(1)]);
console.log(counter);
if (counter > 3) {
  const { length } = String(await bump(96));
  console.log(length);
}
