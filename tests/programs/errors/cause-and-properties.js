function load() {
  try {
    JSON.parse("oops");
  } catch (err) {
    throw new Error("could not load", { cause: err });
  }
}
try {
  load();
} catch (err) {
  console.log(err.message, err.cause instanceof SyntaxError);
}
const plain = new Error("tagged");
plain.code = "E_TAG";
console.log(plain.code, plain.message, new Error().message === "");
const noNew = TypeError("without new");
console.log(noNew instanceof TypeError, `${noNew}`);
