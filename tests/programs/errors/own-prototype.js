// What older compilers need: an instance gets the prototype that it has anyway.
class Failure extends Error {
  constructor(message) {
    super(message);
    Object.setPrototypeOf(this, new.target.prototype);
    this.name = new.target.name;
  }
}
class Timeout extends Failure {
  constructor(message) {
    super(message);
    Object.setPrototypeOf(this, Timeout.prototype);
  }
  retry() {
    return `retry after ${this.message}`;
  }
}
const timeout = new Timeout("5 s");
console.log(timeout.retry(), timeout.name, timeout instanceof Failure, String(timeout));
