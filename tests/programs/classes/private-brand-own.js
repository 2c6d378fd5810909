// What has the private members for certain is read without a word.
class Money {
  #cents;
  static #made = 0;
  constructor(cents) {
    this.#cents = cents;
    Money.#made += 1;
  }
  equals(other) { return this.#cents === other.#cents; }
  static get made() { return this.#made; }
}
class Price extends Money {}
console.log(new Money(5).equals(new Price(5)), new Price(1).equals(new Money(2)));
console.log(Money.made);
