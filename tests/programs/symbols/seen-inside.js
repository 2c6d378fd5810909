// Symbols that are seen inside of what a built-in function is given.
const s = Symbol("s");
console.log([s].map(String));
console.log(JSON.stringify({ a: s, b: [s] }));
try {
  let text = s;
  text += "s";
  console.log(text);
} catch (error) {
  console.log(error.name);
}
