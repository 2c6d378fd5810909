// Objects that say what they are as numbers and as text.
class Money {
  constructor(cents) { this.cents = cents; }
  valueOf() { return this.cents; }
  toString() { return `$${this.cents / 100}`; }
}
const a = new Money(250), b = new Money(100);
console.log(`${a}`, String(b));
console.log(a + b, a - b, a > b, a * 2, -a, +b);
console.log(a + "", a == 250, a == b);
let total = 0;
for (const m of [a, b]) total += m;
console.log(total, Math.max(a, b));
class Temperature {
  #degrees;
  constructor(degrees) { this.#degrees = degrees; }
  [Symbol.toPrimitive](hint) {
    if (hint === "string") return `${this.#degrees} degrees`;
    return hint === "number" ? this.#degrees : `about ${this.#degrees}`;
  }
}
const t = new Temperature(21);
console.log(`${t}`, t * 2, t + "!", t < 30);
class Even {
  static [Symbol.hasInstance](x) { return typeof x === "number" && x % 2 === 0; }
}
console.log(2 instanceof Even, 3 instanceof Even, "2" instanceof Even);
const range = { from: 1, to: 5, valueOf() { return this.to - this.from; } };
console.log(range + 1, range >= 4);
