// "#m" is the name of another property than #m.
class Box {
  #m = 5;
  look() {
    return "#m" in this;
  }
  read() {
    return this["#m"];
  }
  write() {
    this["#m"] = 6;
    return this.#m;
  }
}
console.log(new Box().look(), new Box().read(), new Box().write());
