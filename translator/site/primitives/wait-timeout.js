// Give the jobs 100 ms, then report on those that are done and drop the others.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function job(name, ms) {
  await sleep(ms);
  if (name === "b") throw new Error("b is locked");
  return `${name} took ${ms} ms`;
}

async function main() {
  const names = ["a", "b", "c"];
  const outcome = new Map();
  const tasks = names.map((name, i) =>
    job(name, 20 * (i * i * i + 1)).then(
      (value) => outcome.set(name, value),
      (error) => outcome.set(name, error.message),
    ),
  );
  await Promise.race([Promise.all(tasks), sleep(100)]);
  for (const name of names) {
    console.log(outcome.get(name) ?? `${name} is not done`);
  }
}

main().then(() => process.exit(0));
