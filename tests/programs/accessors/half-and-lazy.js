const temp = {
  _c: 25,
  get f() { return this._c * 9 / 5 + 32; },
  set f(v) { this._c = (v - 32) * 5 / 9; },
};
temp.f = 212;
console.log(temp._c, temp.f);
class Acc {
  set only(v) { this._v = v; }
  get ro() { return 5; }
  static get inst() { return (this._inst ??= new Acc()); }
}
const acc = new Acc();
acc.only = 3;
console.log(acc._v, acc.only, acc.ro, Acc.inst === Acc.inst);
const o = { a: 1, inc() { this.a++; return this; }, get double() { return this.a * 2; } };
console.log(o.inc().inc().double);
