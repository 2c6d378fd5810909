function set(target, key, value) {
  target[key] = value;
  return target;
}
console.log(set({}, 1, "a"), set([0], 0, 5), set({ x: 1 }, "x", 2), set([1], 1, 2));
function get(target, key) {
  return target[key];
}
console.log(get({ 1: "one" }, 1), get(["zero", "one"], 1), get({ a: 2 }, "a"), get([], 0));
