// Members of texts, of `arguments` and of super that have no counterpart.
console.log("hello".nothing);
function asked() {
  return arguments.hasOwnProperty("callee");
}
console.log(asked());
class Base {
  static get x() {
    return 2;
  }
}
class Derived extends Base {
  static read() {
    return super.x;
  }
}
console.log(Derived.read());
