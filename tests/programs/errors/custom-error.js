class ValidationError extends Error {
  constructor(field, message) {
    super(message);
    this.name = "ValidationError";
    this.field = field;
  }
}
class RequiredError extends ValidationError {
  constructor(field) {
    super(field, `${field} is required`);
  }
}
try {
  throw new RequiredError("email");
} catch (err) {
  console.log(err.name, err.field, err.message);
  console.log(err instanceof RequiredError, err instanceof ValidationError, err instanceof Error);
  console.log(String(err), `${err}`);
}
