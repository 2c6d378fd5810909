const key = "dyn";
const x = 1;
const o = {
  x,
  [key + x]: 2,
  ["a b"]: 3,
  method() {
    return this.x + this.dyn1;
  },
  "quoted-key": 4,
  async: 5,
  get: 6,
  class: 7,
};
console.log(o.method(), o["a b"], o["quoted-key"], o.async, o.get, o.class, o.dyn1);
delete o["a b"];
console.log(Object.keys(o).length, "a b" in o);
