// Functions without async that give promises; conditional and logical values.
const ready = (v) => Promise.resolve(v);
function pick(flag) {
  return flag ? ready("yes") : new Promise((resolve) => resolve("no"));
}
const cache = new Map();
function load(key) {
  if (!cache.has(key)) {
    console.log("loading", key);
    cache.set(key, ready(key.toUpperCase()).then((v) => v + "!"));
  }
  return cache.get(key);
}
async function maybe(value) {
  const v = await (value ?? ready("default"));
  console.log("maybe", v);
}
pick(true).then(console.log);
pick(false).then(console.log);
load("k").then((v) => console.log(v));
load("k").then((v) => console.log(v, "again"));
maybe(null);
maybe(3);
Promise.all(["a", "b"].map(load)).then((all) => console.log(all.join()));
