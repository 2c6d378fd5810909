const waiting = [];
const next = (n) => new Promise((resolve) => waiting.push((x) => resolve(`${n} got ${x}`)));
async function main() {
  const all = [next(1), next(2), next(3)];
  waiting.forEach((wake, i) => setTimeout(wake, 20 * (i + 1), "abc"[i]));
  for (const p of all) console.log(await p);
}
main();
