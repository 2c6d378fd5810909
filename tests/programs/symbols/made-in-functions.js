// Symbols that are made in functions: by one that runs once, and anew at each call.
(function () {
  const priv = Symbol("priv");
  class A { constructor() { this[priv] = 1; } get() { return this[priv]; } }
  const a = new A();
  console.log(a.get(), a[priv]);
})();
function main() {
  const local = Symbol("local");
  const obj = { [local]: "v", toString() { return "obj"; } };
  console.log(obj[local], `${obj}`);
  class B { [local]() { return "m"; } }
  console.log(new B()[local]());
}
main();
function make(k) {
  const fresh = Symbol(k);
  return { [fresh]: k, key: fresh };
}
const m1 = make("a"), m2 = make("b");
console.log(m1[m1.key], m2[m1.key], m2[m2.key]);
