// Errors that hand all that they are given to the class above.
class Coded extends Error {
  constructor(code = "E0", ...params) {
    super(...params);
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, Coded);
    }
    this.name = "Coded";
    this.code = code;
  }
}
class Wrapped extends TypeError {
  constructor(message, ...rest) {
    super(`wrapped: ${message}`, ...rest);
  }
}
try {
  throw new Coded("E1", "no such thing");
} catch (error) {
  console.log(`${error}`, error.code, error.message);
}
const caused = new Coded("E2", "outer", { cause: new RangeError("inner") });
console.log(caused.cause.message, new Coded().message.length, new Coded("E3", "x").cause);
const wrapped = new Wrapped("a", { cause: 4 });
console.log(wrapped.message, wrapped.cause, new Wrapped("b").cause, wrapped.name);
