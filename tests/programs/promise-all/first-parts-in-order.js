// The elements have begun when the call returns; the caller's next line comes after that.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const open = new Map();
async function begin(name, ms) {
  console.log("begin", name);
  await sleep(ms);
  return name;
}
function shared(name) {
  if (!open.has(name)) open.set(name, begin(name, 10));
  return open.get(name);
}
async function all() {
  console.log(await Promise.all([begin("a", 20), begin("b", 10)]));
}
async function mapped() {
  console.log(await Promise.all([1, 2].map((n) => begin(n, 10 * n))));
}
async function raced() {
  console.log(await Promise.race([begin("slow", 40), begin("quick", 10)]));
}
async function main() {
  for (const work of [all, mapped, raced]) {
    work();
    console.log("meanwhile");
    await sleep(60);
  }
  const both = [shared("x").then((name) => name + "!"), shared("y")];
  console.log(await Promise.all(both));
  console.log(
    await Promise.all([
      begin("f", 10).then((name) => name + "?"),
      new Promise((resolve) => {
        console.log("executor");
        setTimeout(() => resolve("g"), 20);
      }),
    ]),
  );
}
main();
