console.log("before");
function fail() {
  throw new RangeError("too far");
}
fail();
console.log("never");
