function describe(first, second) {
  if (second === undefined) return `${first} alone`;
  return `${first} and ${second}`;
}

console.log(describe("a", "b"));
console.log(describe("a"));
console.log(describe());
