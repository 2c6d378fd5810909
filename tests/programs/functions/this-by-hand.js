"use strict";
function describe(prefix, suffix) {
  return prefix + this.name + suffix;
}
const item = { name: "cup" };
const bound = describe.bind(item, "<");
console.log(describe.call(item, "(", ")"), describe.apply(item, ["[", "]"]), bound(">"));
class Clicker {
  constructor() {
    this.clicks = 0;
    this.handle = this.handle.bind(this);
  }
  handle() {
    this.clicks += 1;
    return this.clicks;
  }
}
const clicker = new Clicker();
const { handle } = clicker;
handle();
console.log(handle(), clicker.clicks);
function sum() {
  let total = 0;
  for (const n of arguments) total += n;
  return total / arguments.length;
}
console.log(sum(1, 2, 3), sum.apply(null, [4, 6]), Math.max.apply(null, [1, 5, 2]));
const merge = (a, b, ...more) => [a, b, more.length].join();
console.log(merge.length, merge.name, merge(1, 2, 3, 4));
