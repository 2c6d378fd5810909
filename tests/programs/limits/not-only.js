// Limits of which the program sees more than a semaphore shows: they stay as they are.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function watched(max) {
  let active = 0;
  const waiting = [];
  return {
    async run(job) {
      if (active >= max) await new Promise((resolve) => waiting.push(resolve));
      active++;
      try {
        return await job();
      } finally {
        active--;
        if (waiting.length > 0) waiting.shift()();
      }
    },
    load: () => `${active} active, ${waiting.length} waiting`,
  };
}

function lastFirst(max) {
  let active = 0;
  const waiting = [];
  return async (job) => {
    if (active >= max) await new Promise((resolve) => waiting.push(resolve));
    active++;
    await job();
    active--;
    if (waiting.length > 0) waiting.pop()();
  };
}

async function main() {
  const limit = watched(1);
  const runs = ["a", "b", "c"].map((name) => limit.run(async () => {
    await sleep(10);
    console.log(name);
  }));
  await sleep(2);
  console.log(limit.load());
  await Promise.all(runs);
  console.log(limit.load());

  const stack = lastFirst(1);
  await Promise.all(["first", "second", "third"].map((name) => stack(async () => {
    await sleep(10);
    console.log(name);
  })));
}

main();
