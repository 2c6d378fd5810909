"use strict";

/**
 * Money in whole cents, as a CommonJS module that also shows what it does
 * when it is started directly.
 */

const CURRENCIES = { EUR: 2, JPY: 0, USD: 2 };

class Money {
  constructor(minor, currency) {
    if (!Object.hasOwn(CURRENCIES, currency)) {
      throw new TypeError(`unknown currency ${currency}`);
    }
    this.minor = minor;
    this.currency = currency;
    Object.freeze(this);
  }

  static parse(text) {
    const [amount, currency] = text.split(" ");
    const factor = 10 ** (CURRENCIES[currency] ?? 0);
    return new Money(Math.round(parseFloat(amount) * factor), currency);
  }

  plus(other) {
    if (other.currency !== this.currency) {
      throw new TypeError(`cannot add ${other.currency} to ${this.currency}`);
    }
    return new Money(this.minor + other.minor, this.currency);
  }

  times(factor) {
    return new Money(Math.round(this.minor * factor), this.currency);
  }

  /** Shares that differ by one cent at most and add up to the whole. */
  split(parts) {
    const base = Math.floor(this.minor / parts);
    const extra = this.minor % parts;
    return Array.from({ length: parts }, (_, i) => new Money(base + (i < extra ? 1 : 0), this.currency));
  }

  equals(other) {
    return this.minor === other.minor && this.currency === other.currency;
  }

  toString() {
    const digits = CURRENCIES[this.currency];
    return `${(this.minor / 10 ** digits).toFixed(digits)} ${this.currency}`;
  }
}

const sum = (list) => list.reduce((total, money) => total.plus(money));

function demo() {
  const price = Money.parse("19.99 EUR");
  console.log(`${price} x 3 = ${price.times(3)}`);
  const shares = new Money(1000, "USD").split(3);
  console.log(shares.map(String).join(" + "), "=", `${sum(shares)}`);
  console.log(`${Money.parse("1500 JPY").times(1.08)}`);
  console.log(price.equals(Money.parse("19.990 EUR")), price === Money.parse("19.99 EUR"));
  for (const attempt of [() => price.plus(shares[0]), () => Money.parse("1 XXX")]) {
    try {
      attempt();
    } catch (err) {
      console.log(`${err.name}: ${err.message}`);
    }
  }
}

if (require.main === module) {
  demo();
}

module.exports = { Money, sum };
