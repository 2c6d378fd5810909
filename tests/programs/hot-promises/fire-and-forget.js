const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function audit(what, ms) {
  console.log("auditing", what);
  await sleep(ms);
  console.log("audited", what);
}
async function main() {
  audit("one", 40);
  void audit("two", 70);
  await sleep(10);
  console.log("main done");
}
main().finally(() => console.log("cleanup"));
