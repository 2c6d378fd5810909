// Errors that the language itself raises, asked for by their class.
const parsed = JSON.parse('{"list":[1],"none":null}');

function kind(action) {
  try {
    action();
    return "fine";
  } catch (error) {
    if (error instanceof TypeError) return "TypeError";
    if (error instanceof RangeError) return "RangeError";
    if (error instanceof SyntaxError) return "SyntaxError";
    if (error instanceof ReferenceError) return "ReferenceError";
    return "Error";
  }
}

console.log(kind(() => parsed.none.x));
console.log(kind(() => parsed.missing.x));
console.log(kind(() => parsed.list[4].x));
console.log(kind(() => parsed.missing()));
console.log(kind(() => JSON.parse("{")));
console.log(kind(() => "x".repeat(-1)));
console.log(kind(() => 1n / 0n));
console.log(kind(() => { throw new SyntaxError("own"); }));
console.log(kind(() => { throw new RangeError("own"); }));
console.log(kind(() => { throw new TypeError("own"); }));
console.log(kind(() => { throw new Error("own"); }));

async function main() {
  await Promise.reject(new RangeError("t")).catch((e) =>
    console.log(e instanceof TypeError, e instanceof RangeError));
  await (async () => parsed.none.x)().catch((e) =>
    console.log(e instanceof TypeError, e instanceof RangeError));
  await (async () => JSON.parse("{"))().then(null, (e) =>
    console.log(e instanceof SyntaxError, e instanceof RangeError));
}
main();
