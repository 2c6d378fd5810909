const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function job(n) {
  await sleep(10 * n);
  if (n === 2) throw new RangeError("two");
  return n;
}
async function main() {
  const results = await Promise.allSettled([job(3), job(2), job(1), "plain"]);
  console.log(results.map((r) => r.status[0]).join(""));
  for (const r of results) {
    if (r.status === "rejected") console.log("x", r.reason.name, r.reason.message);
    else console.log("v", r.value);
  }
  const good = results.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  console.log(good, (await Promise.allSettled([])).length);
}
main();
