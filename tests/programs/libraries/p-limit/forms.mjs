// Ways to give work to a limit: closures, functions with arguments, in loops, stored.
import pLimit from "p-limit";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const limit = pLimit(2);

async function load(id, ms = 10) {
  console.log(`> ${id}`);
  await sleep(ms);
  console.log(`< ${id}`);
  return id * 2;
}

async function mapped() {
  const sizes = await Promise.all([200, 60, 200, 120].map((ms, i) => limit(() => load(i, ms))));
  for (const size of sizes) console.log(size);
}

async function inLoop() {
  const jobs = [];
  for (const id of [1, 2, 3]) {
    jobs.push(limit(() => load(id, id * 110)));
    jobs.push(limit(load, id + 10, 200));
  }
  let total = 0;
  for (const job of jobs) total += await job;
  console.log("total", total);
}

async function changing() {
  const jobs = [];
  let n = 0;
  while (n < 3) {
    jobs.push(limit(load, n, 20 + 40 * n));
    n++;
  }
  const found = await Promise.all(jobs);
  console.log(found[0], found[1], found[2]);
}

async function single() {
  const one = await limit(() => load(7));
  console.log(one);
  await limit(load, 8);
  const plain = await limit(() => "no promise");
  console.log(plain);
  return limit(() => load(9));
}

async function failing() {
  const results = await Promise.allSettled(
    [1, 2, 3].map((id) =>
      limit(async () => {
        await sleep(10 * id);
        if (id === 2) throw new Error(`no ${id}`);
        return id;
      }),
    ),
  );
  for (const result of results) {
    console.log(result.status === "fulfilled" ? result.value : result.reason.message);
  }
  try {
    await limit(() => {
      throw new TypeError("at once");
    });
  } catch (error) {
    console.log(error.message);
  }
}

await mapped();
await inLoop();
await changing();
console.log(await single());
await failing();
