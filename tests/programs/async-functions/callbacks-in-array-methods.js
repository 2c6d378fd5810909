const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  const log = [];
  const doubled = await Promise.all(
    [3, 1, 2].map(async (n, i) => {
      await sleep(20 * n);
      log.push(n);
      return n * 2 + i;
    }),
  );
  console.log(doubled, log);
  [1, 2].forEach(async (n) => {
    await sleep(30 * n);
    console.log("each", n);
  });
  console.log("forEach does not wait");
  const sum = await [1, 2, 3].reduce(async (acc, n) => (await acc) + n, Promise.resolve(0));
  console.log(sum);
}
main();
