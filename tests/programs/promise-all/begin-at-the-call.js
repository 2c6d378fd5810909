const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function f(x) { console.log("begin", x); await sleep(x); console.log("end", x); return x; }
async function main() {
  await Promise.all([Promise.race([f(1), f(20)]), f(10)]);
  await Promise.all([Promise.all([f(2)]).then((r) => console.log("got", r[0])), f(40)]);
  await Promise.all([[3, 5].length ? f(3) : 0, Promise.any([f(4), f(15)]), Promise.resolve(1).then(() => console.log("now")), f(30)]);
  console.log(await Promise.race([Promise.resolve(5).then((v) => v * 2).then((v) => v + 1), 7]));
}
main();
