const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function check(name, ms, healthy) {
  await sleep(ms);
  if (!healthy) throw new Error(`${name} is down`);
  return "up";
}

async function main() {
  const states = new Map();
  const tasks = [check("db", 5, true), check("cache", 20, false), check("queue", 80, true)];
  tasks.forEach((task, i) =>
    task.then((state) => states.set(i, state), (err) => states.set(i, err.message)),
  );
  await Promise.all(tasks).catch(() => {});
  for (const i of [0, 1, 2]) console.log(states.has(i) ? states.get(i) : "still checking");
}

main();
