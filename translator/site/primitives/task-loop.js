const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function processItem(item) {
  await sleep(10);
  return item * 2;
}

async function main() {
  const tasks = [];
  for (const item of [1, 2, 3]) {
    tasks.push(processItem(item));
  }
  const results = await Promise.all(tasks);
  console.log(results.join(" "));
}

main();
