const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let state = "idle";
async function change() {
  state = "busy";
  await sleep(50);
  state = "done";
}
async function main() {
  const p = change();
  console.log(state);
  await sleep(0);
  console.log(state);
  await p;
  console.log(state);
}
main();
