// Both are settled: the first in the list wins.
async function main() {
  const a = Promise.resolve("a");
  const b = Promise.resolve("b");
  console.log(await Promise.race([b, a]), await Promise.race([a, b, "c"]));
  const failed = Promise.reject(new Error("x"));
  console.log(await Promise.race([failed, a]).catch((e) => e.message));
}
main();
