const sleep = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
async function main() {
  const [a, b, c] = await Promise.all([sleep(60, "a"), sleep(20, "b"), "plain"]);
  console.log(a, b, c);
  console.log(await Promise.all([]), await Promise.all([1, Promise.resolve(2)]), await Promise.all(new Set([sleep(5, 9)])));
  const { x, y } = Object.fromEntries(await Promise.all(["x", "y"].map(async (k) => [k, await sleep(5, k + k)])));
  console.log(x, y);
}
main();
