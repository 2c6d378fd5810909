// Sequential and parallel loops, closures over their variables.
async function step(name, n) {
  console.log("start", name, n);
  for (let i = 0; i < n; i++) await i;
  console.log("end", name, n);
  return name + n;
}
async function main() {
  for (const n of [2, 1]) await step("seq", n);
  const jobs = [];
  for (let i = 3; i > 0; i--) jobs.push(step("par", i).then((v) => `${v}/${i}`));
  console.log(await Promise.all(jobs));
  let i = 0;
  while (i < 3) {
    const now = i++;
    queueMicrotask(() => console.log("micro", now, i));
    if (now === 1) continue;
    await null;
  }
  const results = await [1, 2, 3].reduce(async (acc, n) => [...(await acc), await step("fold", n)], Promise.resolve([]));
  console.log(results.join());
  do {
    await null;
  } while (--i > 0);
  const picked = (await step("x", 1)) || (await step("never", 1));
  console.log(picked, await (async () => "iife")());
}
main();
