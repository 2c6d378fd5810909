// Each evaluation of a class has private names of its own.
function counter() {
  return class Counter {
    get #secret() { return "secret"; }
    peek(other) { return other.#secret; }
  };
}
const First = counter();
const Second = counter();
const first = new First();
console.log(first.peek(first));
try {
  console.log(first.peek(new Second()));
} catch (error) {
  console.log(error.name);
}
