// The forms of async that give promises.
const async = require("async");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function load(name, ms = 20) {
  console.log(`> ${name}`);
  await sleep(ms);
  console.log(`< ${name}`);
  return name.length;
}

async function picky(n) {
  console.log(`begin ${n}`);
  await sleep(60 * n);
  if (n === 2) throw new Error("not two");
  console.log(`end ${n}`);
}

async function main() {
  const both = await async.parallel([async () => load("one", 80), async () => load("two", 20)]);
  console.log(both.join(" "));
  const tasks = ["aaaa", "b", "ccccc", "ddd"].map((name) => async () => load(name, name.length * 50));
  const limited = await async.parallelLimit(tasks, 2);
  console.log(limited.join(" "));
  const serial = await async.series([async () => load("x"), async () => 5]);
  console.log(serial.join(" "));
  const total = await async.waterfall([
    async () => load("first"),
    async (length) => {
      console.log("got", length);
      return length * 2;
    },
    async (doubled) => doubled + (await load("last")),
  ]);
  console.log(total);

  const names = ["p", "qq", "rrr"];
  const sizes = await async.map(names, async (name) => load(name, 150 - name.length * 40));
  console.log(sizes.join(" "));
  const inTurn = await async.mapSeries(names, load2);
  console.log(inTurn.join(" "));
  await async.eachSeries([3, 1], async (n) => {
    await sleep(n * 10);
    console.log("each", n);
  });
  await async.eachLimit(names, 2, async (name) => {
    await sleep(name.length * 30);
    console.log("limit", name);
  });
  try {
    await async.eachLimit([1, 2, 3, 4, 5], 2, picky);
  } catch (error) {
    console.log("failed:", error.message);
  }
  await sleep(250);

  let tries = 0;
  const found = await async.retry({ times: 4, interval: 5 }, async () => {
    tries++;
    if (tries < 3) throw new Error(`try ${tries}`);
    return `found after ${tries}`;
  });
  console.log(found);
  try {
    await async.retry(2, async () => {
      tries++;
      throw new Error(`no ${tries}`);
    });
  } catch (error) {
    console.log(error.message);
  }
}

async function load2(name) {
  return load(name, 5);
}

main();
