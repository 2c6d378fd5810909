// Four ways to write a limit by hand, each of them a semaphore.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function counting(max) {
  let active = 0;
  const waiting = [];
  function next() {
    active -= 1;
    const wake = waiting.shift();
    if (wake) wake();
  }
  return async (job) => {
    while (active >= max) {
      await new Promise((resolve) => waiting.push(resolve));
    }
    active += 1;
    try {
      return await job();
    } finally {
      next();
    }
  };
}

function handingOver(max) {
  let taken = 0;
  const queue = [];
  const acquire = async () => {
    if (taken < max) {
      taken++;
      return;
    }
    await new Promise((resolve) => {
      queue.push(resolve);
    });
  };
  const release = () => {
    if (queue.length > 0) {
      queue.shift()();
    } else {
      taken--;
    }
  };
  return { acquire, release };
}

function permits(count) {
  let free = count;
  const sleepers = [];
  return async function use(job) {
    if (free === 0) await new Promise((wake) => sleepers.push(wake));
    free--;
    try {
      return await job();
    } catch (error) {
      return error.message;
    } finally {
      free++;
      sleepers.shift()?.();
    }
  };
}

let running = 0;
const line = [];

async function enter() {
  if (running >= 2) await new Promise((go) => line.push(go));
  running++;
}

function leave() {
  running--;
  if (line.length) line.shift()();
}

async function step(name, ms) {
  console.log(`> ${name}`);
  await sleep(ms);
  console.log(`< ${name}`);
  return name.length;
}

const jobs = [["aaaa", 200], ["b", 50], ["ccc", 200], ["dd", 100]];

async function main() {
  const limit = counting(2);
  const one = await Promise.all(jobs.map(([name, ms]) => limit(() => step(name, ms))));
  console.log(one.join(" "));

  const gate = handingOver(2);
  await Promise.all(
    jobs.map(async ([name, ms]) => {
      await gate.acquire();
      await step(name, ms);
      gate.release();
    }),
  );

  const use = permits(1);
  const results = await Promise.all([
    use(() => step("x", 20)),
    use(async () => {
      throw new Error("y fails");
    }),
    use(() => step("z", 10)),
  ]);
  console.log(results.join(", "));

  await Promise.all(
    jobs.map(async ([name, ms]) => {
      await enter();
      try {
        await step(name, ms);
      } finally {
        leave();
      }
    }),
  );
}

main();
