// Kept promises to which somebody attaches in time: no error ends the program.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(n) {
  await sleep(n);
  if (n < 10) throw new Error(`no ${n}`);
  return n;
}

const jobs = [];
for (const n of [30, 5]) jobs.push(load(n));
console.log((await Promise.allSettled(jobs)).map((r) => r.status).join(" "));

const guarded = [5, 30].map((n) => load(n));
guarded.forEach((job) => job.catch((error) => console.log("seen", error.message)));
await sleep(50);
for (const job of guarded) {
  try {
    console.log(await job);
  } catch (error) {
    console.log("again", error.message);
  }
}

const now = { failed: Promise.reject(new Error("at once")) };
try {
  await now.failed;
} catch (error) {
  console.log("caught", error.message);
}

const texts = [5, 30].map((n) => load(n).catch((error) => error.message));
for (const text of texts) console.log(await text);
