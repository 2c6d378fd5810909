// What lists a class finds its static fields alone.
class Color {
  static RED = "r";
  static darkGreen = 2;
  static #hidden = 1;
  static of(x) {
    return x + Color.#hidden;
  }
  get shade() {
    return 1;
  }
  mix() {}
}
console.log(Object.keys(Color), Object.values(Color), Object.entries(Color));
for (const name in Color) console.log(name, Color[name]);
console.log({ ...Color }, Color.of(1));

var named = class Inner {
  static own = this.name + "!";
};
console.log(named.own, named.name);
