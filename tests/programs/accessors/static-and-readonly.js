class Config {
  static #values = { debug: "off" };
  static get debug() {
    return Config.#values.debug;
  }
  static set debug(value) {
    Config.#values.debug = value ? "on" : "off";
  }
}
Config.debug = 1;
console.log(Config.debug);
const fixed = Object.freeze({ a: 1 });
try {
  "use strict";
  fixed.a = 2;
} catch (err) {
  console.log(err.name);
}
console.log(fixed.a, Object.isFrozen(fixed));
