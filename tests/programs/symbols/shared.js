// Symbol.for gives the same symbol for the same key.
const first = Symbol.for("app.kind");
console.log(first === Symbol.for("app.kind"), first === Symbol("app.kind"), first);
console.log(Symbol.keyFor(first), Symbol.keyFor(Symbol("x")), Symbol.keyFor(Symbol()));
const holder = { [Symbol.for("app.kind")]: 1, plain: 2 };
console.log(holder[first], holder, Object.keys(holder));
class Plugin {
  [Symbol.for("app.run")](x) {
    return `run ${x}`;
  }
  static [first] = "plugin";
}
const run = Symbol.for("app.run");
console.log(new Plugin()[run](1), Plugin[Symbol.for("app.kind")]);
