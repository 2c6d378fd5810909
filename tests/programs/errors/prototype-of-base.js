// The prototype of a class that others extend takes their methods away.
class Failure extends Error {
  constructor(message) {
    super(message);
    Object.setPrototypeOf(this, Failure.prototype);
  }
}
class Timeout extends Failure {
  retry() {
    return "retry";
  }
}
console.log(typeof new Timeout("x").retry);
