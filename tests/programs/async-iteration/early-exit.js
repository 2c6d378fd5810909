const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function* source() {
  try {
    for (let i = 0; ; i++) {
      await sleep(5);
      yield i;
    }
  } finally {
    await sleep(5);
    console.log("released");
  }
}
async function main() {
  for await (const x of source()) {
    if (x === 2) break;
    console.log(x);
  }
  console.log("after break");
  try {
    for await (const x of source()) throw new Error(`at ${x}`);
  } catch (err) {
    console.log(err.message);
  }
}
main();
