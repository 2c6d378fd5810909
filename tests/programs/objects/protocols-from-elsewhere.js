// A text and an iterator that are values from elsewhere.
const tell = () => "told";
function* count() {
  yield 1;
}
const pair = { a: 1, toString: tell, get b() { return 2; } };
console.log(`${pair}`, pair.b);
const counter = { size: 3, [Symbol.iterator]: count };
console.log([...counter]);
class Named {
  constructor(name) {
    this.toString = () => name;
  }
}
console.log(String(new Named("n")));
