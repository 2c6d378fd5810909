const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(n) {
  console.log("begin", n);
  await sleep(20 * n);
  return n;
}
async function main() {
  const tasks = [3, 1, 2].map(load);
  console.log("all begun");
  for (const t of tasks) console.log(await t);
  const again = tasks[0];
  console.log(await again, await again);
}
main();
