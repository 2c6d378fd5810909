// An error whose message is undefined has none; null and numbers become text.
function fail(message) {
  return new Error(message);
}
class Plain extends Error {
  constructor(message) {
    super(message);
    this.name = "Plain";
  }
}
function counted(count) {
  return new RangeError(count);
}
console.log(fail().message.length, String(fail()), String(fail("given")));
console.log(String(new Plain()), String(new Plain("told")), new Plain().message === "");
console.log(counted(undefined).message === "", counted(2).message, counted(2.5).message);
console.log(new TypeError(null).message, new TypeError(undefined).message.length);
