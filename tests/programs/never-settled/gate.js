// A gate that nobody opens: main is through, its consumer is not.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function consumer(gate) { await gate; console.log("never"); }
async function main() {
  let open;
  const gate = new Promise((resolve) => { open = resolve; });
  consumer(gate).then(() => console.log("never2"));
  await sleep(5);
  console.log("end of main");
}
main();
