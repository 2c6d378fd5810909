// The message of an error may be another one later.
class NotFound extends Error {
  constructor(what) {
    super();
    this.message = what + " is missing";
    this.code = "MISSING";
  }
}

class Invalid extends TypeError {
  constructor(field, text) {
    super(text);
    this.field = field;
    this.message = `${field}: ${text}`;
  }
}

function within(err, place) {
  err.message = place + " > " + err.message;
  err.message += "!";
  return err;
}

for (const make of [() => new NotFound("file"), () => new Invalid("age", "no number")]) {
  try {
    throw make();
  } catch (err) {
    console.log(err.message, err.code, err.field);
    console.log(within(within(err, "b"), "a").message);
    console.log(String(err));
  }
}

function f(problem) {
  problem.message = "x" + problem.message;
  return problem;
}
try {
  f(JSON.parse("{"));
} catch (e) {
  console.log(f(e).message.slice(0, 3));
}
console.log(f({ message: "plain" }).message);
