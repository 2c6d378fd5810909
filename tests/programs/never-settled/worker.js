// A worker that waits for the next item for ever; nothing else is left.
const waiting = [];
const items = [];
function next() {
  if (items.length > 0) return Promise.resolve(items.shift());
  return new Promise((resolve) => waiting.push(resolve));
}
function put(item) {
  const taker = waiting.shift();
  if (taker) taker(item); else items.push(item);
}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function worker() {
  while (true) {
    const item = await next();
    console.log("item", item);
  }
}
async function main() {
  worker();
  for (let i = 0; i < 3; i++) { put(i); await sleep(2); }
  console.log("fed");
}
main();
