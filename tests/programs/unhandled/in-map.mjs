const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function load(key) {
  await sleep(5);
  throw new Error(`no ${key}`);
}

const cache = new Map();
const cached = (key) => {
  if (!cache.has(key)) cache.set(key, load(key));
  return cache.get(key);
};
try {
  await cached("a");
} catch (error) {
  console.log("caught", error.message);
}
cached("b");
await sleep(30);
try {
  await cached("b");
} catch (error) {
  console.log("too late", error.message);
}
