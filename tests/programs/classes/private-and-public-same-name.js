class Box {
  #value = 1;
  value = 2;
  _value = 3;
  sum() {
    return this.#value + this.value + this._value;
  }
}
console.log(new Box().sum());
