class Temperature {
  static zero = 273.15;
  static #count = 0;
  static names = ["C", "K"];

  static {
    this.names.push("F");
  }

  static toKelvin(celsius) {
    Temperature.#count += 1;
    return celsius + this.zero;
  }

  static get count() {
    return this.#count;
  }
}

class Colder extends Temperature {
  static zero = 0;
}

console.log(Temperature.toKelvin(1), Colder.toKelvin(1), Temperature.names.join(""));
console.log(Temperature.count);
