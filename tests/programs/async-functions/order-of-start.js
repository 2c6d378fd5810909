const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function work(name, ms) {
  console.log("start", name);
  await sleep(ms);
  console.log("end", name);
}
async function main() {
  console.log("main");
  const a = work("a", 60);
  const b = work("b", 20);
  console.log("both started");
  await a;
  await b;
  console.log("over");
}
main();
console.log("after main");
