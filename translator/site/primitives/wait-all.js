const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function save(name, ms) {
  await sleep(ms);
  if (name === "c.txt") throw new Error("no space left");
  console.log(`saved ${name}`);
}

async function main() {
  const tasks = [save("a.txt", 20), save("b.txt", 5), save("c.txt", 10)];
  await Promise.allSettled(tasks);
  for (const task of tasks) {
    try {
      await task;
      console.log("ok");
    } catch (err) {
      console.log(err.message);
    }
  }
}

main();
