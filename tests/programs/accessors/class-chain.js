class Base {
  #level = 1;
  get level() {
    return this.#level;
  }
  set level(value) {
    this.#level = Math.max(0, value);
  }
}
class Derived extends Base {
  get level() {
    return super.level * 10;
  }
  set level(value) {
    super.level = value;
  }
}
const d = new Derived();
d.level = 3;
console.log(d.level);
d.level = -5;
console.log(d.level);
d.level++;
console.log(d.level);
