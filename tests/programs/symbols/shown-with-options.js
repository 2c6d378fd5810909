// A method of util.inspect.custom that looks at the options it is given.
const { inspect } = require("util");
class Box {
  constructor(value) {
    this.value = value;
  }
  [inspect.custom](depth, options) {
    return `Box<${inspect(this.value, options)}>`;
  }
}
console.log(new Box("a"));
