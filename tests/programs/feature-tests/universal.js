// A module for loaders of all kinds: Node takes module.exports.
function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
if (typeof define === "function" && define.amd) {
  define([], () => clamp);
} else if (typeof module === "object" && module.exports) {
  module.exports = clamp;
} else {
  window.clamp = clamp;
}
console.log(clamp(5, 1, 3), clamp(-1, 0, 3));
