// One that nobody ever looks at ends the program, too.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function fails() { await sleep(5); throw new Error("early"); }
async function main() {
  const p = fails();
  await sleep(20);
  console.log("end");
}
main();
