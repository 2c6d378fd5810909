// `in` asks objects alone: of a text it is a TypeError.
const name = "abc";
try {
  console.log("b" in name);
} catch (error) {
  console.log(error instanceof TypeError);
}
