class Safe {
  #code;
  #tries = 0;
  static #made = 0;

  constructor(code) {
    this.#code = code;
    Safe.#made++;
  }

  #check(code) {
    this.#tries++;
    return code === this.#code;
  }

  open(code) {
    return this.#check(code) ? "open" : `wrong (${this.#tries})`;
  }

  static has(value) {
    return #code in value;
  }

  static get made() {
    return Safe.#made;
  }
}

const safe = new Safe(7);
console.log(safe.open(1), safe.open(2), safe.open(7));
console.log(Safe.has(safe), Safe.has({}), Safe.made);
