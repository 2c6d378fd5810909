// A function that is not strict is given an object.
function kind() {
  return typeof this;
}
console.log(kind.call(1));
