const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const cache = new Map();
let loads = 0;
async function load(key) {
  loads++;
  await sleep(20);
  return key.toUpperCase();
}
function get(key) {
  if (!cache.has(key)) cache.set(key, load(key));
  return cache.get(key);
}
async function main() {
  console.log(await Promise.all([get("a"), get("b"), get("a")]), loads);
  console.log(await get("a"), loads, cache.size);
}
main();
