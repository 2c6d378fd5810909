// A deployment script with top-level await: steps that depend on each other.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @type {Map<string, {needs: string[], ms: number}>} */
const steps = new Map([
  ["checkout", { needs: [], ms: 20 }],
  ["lint", { needs: ["checkout"], ms: 100 }],
  ["build", { needs: ["checkout"], ms: 40 }],
  ["test", { needs: ["build"], ms: 90 }],
  ["publish", { needs: ["lint", "test"], ms: 20 }],
]);

const running = new Map();
const finished = [];

/** Runs a step once, after all that it needs. */
function run(name) {
  if (!running.has(name)) {
    running.set(name, start(name));
  }
  return running.get(name);
}

async function start(name) {
  const step = steps.get(name);
  if (!step) throw new Error(`unknown step ${name}`);
  await Promise.all(step.needs.map(run));
  console.log(`> ${name}`);
  await sleep(step.ms);
  console.log(`< ${name}`);
  finished.push(name);
  return finished.length;
}

const position = await run("publish");
console.log(`publish was number ${position}: ${finished.join(", ")}`);

try {
  await run("rollback");
} catch ({ message }) {
  console.log(message);
}

export { run, finished };
