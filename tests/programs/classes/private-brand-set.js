// A private member of another evaluation of the class cannot be set either.
function cell() {
  return class Cell {
    #value = 0;
    put(other, value) { other.#value = value; }
    get value() { return this.#value; }
  };
}
const First = cell();
const Second = cell();
const first = new First();
first.put(first, 3);
console.log(first.value);
try {
  first.put(new Second(), 4);
  console.log("set");
} catch (error) {
  console.log(error.name);
}
