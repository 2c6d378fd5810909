// Two classes may have private members of the same name.
class Cup {
  #size = 1;
  static sizeOf(cup) { return cup.#size; }
}
class Box {
  #size = 2;
  size() { return this.#size; }
}
console.log(Cup.sizeOf(new Cup()), new Box().size());
try {
  console.log(Cup.sizeOf(new Box()));
} catch (error) {
  console.log(error.name);
}
