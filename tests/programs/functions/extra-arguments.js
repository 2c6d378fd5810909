const add = (a, b) => a + b;
console.log(add(1, 2, 3));
console.log(["10", "10", "10"].map((text) => parseInt(text, 10)));
console.log(["1", "2", "3"].map(Number));

function none() {
  return "none";
}
console.log(none("ignored"));
