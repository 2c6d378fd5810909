// A symbol that nothing looks at is a plain object().
const missing = Symbol("missing");
const cache = new Map();
function look(key) {
  return cache.has(key) ? cache.get(key) : missing;
}
cache.set("a", 1);
for (const key of ["a", "b"]) {
  const found = look(key);
  console.log(key, found === missing ? "nothing" : "something");
}
