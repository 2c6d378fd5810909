let seen;
class C {
  static get 0x10() { return "sixteen"; }
  static set 0x10(value) { seen = value; }
  static get "a b"() { return "spaced"; }
  get 7() { return "seven"; }
}
console.log(C["16"], C[16]);
C["16"] = "set";
console.log(seen, new C()[7], new C()["7"]);
class D {
  static #count = 1;
  static get #twice() { return D.#count * 2; }
  static set #twice(value) { D.#count = value / 2; }
  static #square() { return D.#count ** 2; }
  static get square() { return this.#square(); }
  static double() { this.#twice = this.#twice * 2; return this.#twice; }
  #own = 5;
  get own() { return this.#own; }
}
console.log(D.double(), D.square, new D().own, Object.keys(new D()), new D()["own"]);
