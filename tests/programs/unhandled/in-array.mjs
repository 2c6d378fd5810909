// Each failure comes while something else is waited for, and nobody has attached yet.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(n) {
  await sleep(n);
  if (n < 10) throw new Error(`no ${n}`);
  return n;
}

const jobs = [];
for (const n of [40, 5]) jobs.push(load(n));
for (const job of jobs) {
  try {
    console.log(await job);
  } catch (error) {
    console.log("caught", error.message);
  }
}
