// Handlers by name that look at no value: what comes before is waited for all the same.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function first() {
  await sleep(5);
  console.log("first");
  return 1;
}

async function second() {
  console.log("second");
}

function third() {
  console.log("third");
  return 3;
}

async function failing() {
  await sleep(1);
  throw new Error("no");
}

async function main() {
  await first().then(second);
  console.log(await first().then(third));
  const kept = first().then(third);
  console.log("kept", await kept);
  await failing().then(second, third);
  first().then(third).then(second);
}

main();
