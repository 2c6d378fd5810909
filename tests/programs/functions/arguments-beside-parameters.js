// `arguments` holds all that was given, parameters or not.
function join(separator, first) {
  var out = "";
  for (var i = 1; i < arguments.length; i++) out += (i > 1 ? separator : "") + arguments[i];
  return first === undefined ? "(none)" : out;
}
console.log(join("-"), join("-", 1), join("-", 1, 2, 3), join.length);

function pair(a, b) {
  return [arguments.length, a, b];
}
console.log(pair(), pair(1), pair(1, 2), pair(1, 2, 3), pair(...[4, 5, 6]));

function exact(a, b) {
  return a * b + arguments.length;
}
console.log(exact(2, 3));

function one(value) {
  return arguments.length ? value : "default";
}
console.log(one(), one("x"), one(undefined));

function logger(level) {
  var rest = Array.prototype.slice.call(arguments, 1);
  return level + ": " + rest.join(" ");
}
console.log(logger("info", "a", "b"), logger("warn"));

class Base {
  constructor(name, size) {
    this.name = name;
    this.size = size;
    this.count = arguments.length;
  }
}
class Derived extends Base {
  constructor(name) {
    super(...arguments);
    this.label = name + "!";
  }
}
console.log(new Derived("a", 2), new Derived("b").count);
