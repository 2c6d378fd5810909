// What an object says itself when it is shown: util.inspect.custom.
const util = require("util");
const { inspect } = require("node:util");
class Money {
  constructor(amount) {
    this.amount = amount;
  }
  [util.inspect.custom]() {
    return `Money<${this.amount}>`;
  }
}
console.log(new Money(3));
console.log([new Money(4)], { price: new Money(5) }, util.inspect(new Money(6)));
const custom = Symbol.for("nodejs.util.inspect.custom");
class Block {
  [custom](depth, options) {
    return "Block {\n  inside\n}";
  }
}
console.log(new Block(), { block: new Block() }, String(new Block()));
class Pair {
  [inspect.custom]() {
    return { left: 1, right: [2] };
  }
}
console.log(new Pair(), [new Pair()]);
const told = {
  [inspect.custom]() {
    return "told";
  },
};
console.log(told, [told]);
