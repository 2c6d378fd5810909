const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function work(name, ms) { await sleep(ms); console.log(name); }
async function caller() { const p = work("deep", 15); return { p }; }
async function main() {
  const p = work("work", 20);
  setTimeout(() => console.log("timer"), 20);
  await p;
  const q = work("second", 20);
  await sleep(20);
  console.log("slept");
  const r = sleep(20).then(() => console.log("chained"));
  await sleep(20);
  console.log("slept 2");
  const tasks = [];
  for (const i of [1, 2, 3]) {
    tasks.push(work(`job ${i}`, 10));
    setTimeout(() => console.log(`timer ${i}`), 10);
  }
  await Promise.all(tasks);
  const held = await caller();
  await sleep(15);
  console.log("slept 3");
  const other = work("not the same", 20);
  await sleep(30);
}
main();
