"use strict";
function pick(flag) {
  let result = "none";
  if (flag) {
    function make() {
      return "made";
    }
    result = make();
  }
  return result;
}
console.log(pick(true), pick(false), shadow());
function shadow() {
  const early = inner();
  function inner() {
    return "inner";
  }
  return early;
}
