// Causes: given through a class of the program, read from any depth, walked up to the root.
class QueryError extends Error {
  constructor(query, message, options) {
    super(message, options);
    this.query = query;
  }
}

function run(query) {
  try {
    JSON.parse(query);
  } catch (error) {
    throw new QueryError(query, `cannot run ${query}`, { cause: error });
  }
}

function root(error) {
  let current = error;
  let depth = 0;
  while (current.cause) {
    current = current.cause;
    depth += 1;
  }
  return `${current.name} at depth ${depth}`;
}

try {
  run("{");
} catch (error) {
  console.log(error.message, "<-", error.cause.name, error.cause instanceof SyntaxError);
  console.log(root(error));
  console.log(root(new Error("top", { cause: error })));
}
const plain = new Error("no cause");
console.log(plain.cause, root(plain));
console.log(new TypeError("text", { cause: "a text" }).cause.length);
try {
  console.log(plain.cause.message);
} catch (error) {
  console.log(error.name);
}
