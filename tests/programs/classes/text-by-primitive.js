// Text of objects with Symbol.toPrimitive, made without an operator.
class T { constructor(d) { this.d = d; } [Symbol.toPrimitive](hint) { return hint === "string" ? "T" : this.d; } }
const t = new T(3);
console.log([t, t].join(), t + 1);
const o = { T: "found" };
console.log(o[t], parseInt(t), [t] + "", "x".concat(t));
