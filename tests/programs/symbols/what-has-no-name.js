// A symbol that is another one each time names no member of a class.
function make(description) {
  const key = Symbol(description);
  class Box {
    [key]() {
      return description;
    }
  }
  return [new Box(), key];
}
const [a, first] = make("a");
const [b, second] = make("b");
console.log(a[first](), b[second](), a[second]);
function read(object, key) {
  return object[key];
}
const kind = Symbol("kind");
class Typed {
  [kind] = 1;
}
console.log(read(new Typed(), kind), { ...new Typed() });
