// Functions that call back, as functions that give promises.
const util = require("node:util");

function half(n, done) {
  console.log("asked for half of", String(n));
  setTimeout(() => {
    if (n % 2) done(new Error(`${n} is odd`));
    else done(null, n / 2);
  }, 5);
}
const halved = util.promisify(half);
const sleep = util.promisify(setTimeout);

async function main() {
  console.log(await halved(4));
  const kept = halved(10);
  console.log("asked");
  await sleep(10);
  console.log(await kept);
  try {
    await halved(3);
  } catch (error) {
    console.log(error.message);
  }
  console.log((await Promise.all([halved(2), halved(8)])).join());
  halved(6).then((n) => console.log("then", n)).finally(() => console.log("over"));
}

main();
