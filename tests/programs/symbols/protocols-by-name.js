// Symbols of protocols that have a name of the program.
const { iterator, toPrimitive } = Symbol;
const tag = Symbol.toStringTag;
class Countdown {
  constructor(from) {
    this.from = from;
  }
  *[iterator]() {
    for (let n = this.from; n > 0; n--) yield n;
  }
  [toPrimitive](hint) {
    return hint === "number" ? this.from : `from ${this.from}`;
  }
}
class Named {
  get [tag]() {
    return "named";
  }
}
console.log([...new Countdown(3)], +new Countdown(4), `${new Countdown(5)}`);
console.log(String(new Named()), new Named());
