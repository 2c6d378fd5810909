const sleep = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
async function main() {
  let total = 0;
  for (const n of [3, 1, 2]) {
    total += await sleep(5, n);
    console.log(n, total);
  }
  let i = 0;
  while ((await sleep(5, i)) < 2) i++;
  console.log(i, [await sleep(5, "x"), await sleep(5, "y")]);
  return total;
}
main().then((t) => console.log("total", t));
