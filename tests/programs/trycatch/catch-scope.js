const err = "outer";
try {
  throw new Error("inner");
} catch (err) {
  console.log(err.message);
}
console.log(err);
let saved;
try {
  throw new Error("kept");
} catch (e) {
  saved = () => e.message;
}
console.log(saved());
