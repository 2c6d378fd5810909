const later = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
async function main() {
  for await (const x of [later(30, "slow"), later(10, "fast"), "plain"]) console.log(x);
  const list = [];
  for await (const [i, x] of [[0, "a"], [1, "b"]]) list.push(i + x);
  console.log(list);
}
main();
