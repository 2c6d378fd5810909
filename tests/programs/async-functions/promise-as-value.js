const sleep = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
async function get() {
  return sleep(10, "inner");
}
async function main() {
  const promise = get();
  console.log(promise instanceof Promise, typeof promise.then);
  const list = [get(), sleep(5, "b")];
  const map = new Map([["k", get()]]);
  console.log(await promise, await list[0], await list[1], await map.get("k"), await promise);
  const result = true ? get() : null;
  console.log(await result);
}
main();
