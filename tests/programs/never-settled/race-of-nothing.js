// A race of nothing, and an exit code that was set before.
async function main() {
  process.exitCode = 4;
  console.log("race");
  await Promise.race([]);
}
main();
