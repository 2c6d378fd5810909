// A stored promise that fails before it is awaited ends Node.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function fails() { await sleep(5); throw new Error("early"); }
async function main() {
  const p = fails();
  await sleep(20);
  try { await p; } catch (e) { console.log("caught", e.message); }
  console.log("end");
}
main();
