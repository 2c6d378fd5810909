"use strict";

// A tokenizer, a recursive descent parser and an evaluator for arithmetic.

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z]\w*)|(\*\*|[-+*/%()=,]))/y;

/** @param {string} text */
function* tokenize(text) {
  TOKEN.lastIndex = 0;
  let match;
  while ((match = TOKEN.exec(text)) !== null) {
    const [, number, name, operator] = match;
    if (number !== undefined) yield { type: "number", value: Number(number) };
    else if (name !== undefined) yield { type: "name", value: name };
    else yield { type: "operator", value: operator };
  }
  yield { type: "end", value: "end of input" };
}

class Parser {
  constructor(text) {
    this.tokens = [...tokenize(text)];
    this.index = 0;
  }

  get current() {
    return this.tokens[this.index];
  }

  accept(...values) {
    const token = this.current;
    if (token.type !== "operator" || !values.includes(token.value)) return null;
    this.index++;
    return token.value;
  }

  expect(value) {
    if (!this.accept(value)) {
      throw new SyntaxError(`expected ${value}, found ${this.current.value}`);
    }
  }

  parse() {
    const tree = this.sum();
    if (this.current.type !== "end") throw new SyntaxError(`unexpected ${this.current.value}`);
    return tree;
  }

  sum() {
    let left = this.product();
    for (let op = this.accept("+", "-"); op; op = this.accept("+", "-")) {
      left = { op, left, right: this.product() };
    }
    return left;
  }

  product() {
    let left = this.unary();
    for (let op = this.accept("*", "/"); op; op = this.accept("*", "/")) {
      left = { op, left, right: this.unary() };
    }
    return left;
  }

  unary() {
    if (this.accept("-")) return { op: "neg", left: this.unary() };
    const token = this.current;
    if (this.accept("(")) {
      const inner = this.sum();
      this.expect(")");
      return inner;
    }
    this.index++;
    if (token.type === "number" || token.type === "name") return token;
    throw new SyntaxError(`unexpected ${token.value}`);
  }
}

const OPERATIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

function evaluate(node, scope) {
  if (node.type === "number") return node.value;
  if (node.type === "name") {
    if (!(node.value in scope)) throw new ReferenceError(`${node.value} is not defined`);
    return scope[node.value];
  }
  if (node.op === "neg") return -evaluate(node.left, scope);
  return OPERATIONS[node.op](evaluate(node.left, scope), evaluate(node.right, scope));
}

const scope = { x: 7, half: 0.5 };
for (const text of ["1 + 2 * 3", "(1 + 2) * 3", "-x + 10 / 4", "x * half - 0.5", "2 * (3", "y + 1", "8 / 2 / 2"]) {
  try {
    console.log(`${text} = ${evaluate(new Parser(text).parse(), scope)}`);
  } catch (err) {
    console.log(`${text}: ${err.name}: ${err.message}`);
  }
}
