// Arguments that a function does not take are evaluated all the same.
function nothing() {
  return "nothing";
}
const log = (x) => {
  console.log("log", x);
  return x;
};
console.log(nothing(log(1), log(2)));
let x;
nothing((x = 1), x);
console.log(x);
class Base {
  constructor(first) {
    this.first = first;
  }
}
class Derived extends Base {
  second() {
    return 2;
  }
}
class Empty {}
console.log(new Derived(log(3), log(4)).second(log(5)), new Empty(log(6)) instanceof Empty);
