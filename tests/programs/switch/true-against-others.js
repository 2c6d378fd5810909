// `switch (true)` compares with true: numbers and texts are not taken for conditions.
function kind(x) {
  switch (true) {
    case 8:
      return "eight";
    case x > 1:
      return "big";
    case x:
      return "true";
    default:
      return "none";
  }
}
console.log(kind(0), kind(2), kind(true), kind(1), kind("text"));

const parts = (value) => value.split(",");
console.log(parts("a,b"));
try {
  parts(5);
} catch (error) {
  console.log(error.name);
}
