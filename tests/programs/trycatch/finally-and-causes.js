function f(x) {
  try {
    if (x === 1) return "try";
    if (x === 2) throw new Error("bad");
    return "end";
  } catch (e) {
    return `caught ${e.message}`;
  } finally {
    console.log("cleanup", x);
  }
}
console.log(f(1), f(2), f(3));
function g() {
  try {
    throw new Error("lost");
  } finally {
    return "finally wins";
  }
}
console.log(g());
function h() {
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 1) continue;
      console.log("body", i);
    } finally {
      if (i === 2) break;
      console.log("fin", i);
    }
  }
  return "done";
}
console.log(h());
class NotFound extends Error {
  constructor(id, options) {
    super(`no ${id}`, options);
    this.name = "NotFound";
    this.id = id;
  }
}
function lookup(id) {
  try {
    JSON.parse("{");
  } catch (cause) {
    throw new NotFound(id, { cause });
  }
}
try {
  lookup(7);
} catch (err) {
  if (err instanceof NotFound) {
    console.log(err.name, err.message, err.id, err.cause instanceof SyntaxError, err instanceof Error);
  } else {
    throw err;
  }
}
try {
  try {
    throw new RangeError("inner");
  } catch (e) {
    throw new TypeError("outer");
  } finally {
    console.log("both");
  }
} catch ({ name, message }) {
  console.log(name, message);
}
