// The name of an error is that of the class it extends.
class Bad extends SyntaxError {}
const error = new Bad("x");
console.log(error.name, error instanceof SyntaxError, error instanceof RangeError, String(error));
class Own extends SyntaxError {
  constructor(message) {
    super(message);
    this.name = "Own";
  }
}
console.log(String(new Own("y")));
