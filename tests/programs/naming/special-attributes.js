const o = { __init__: 1, __class__: 2, __proto: 3, items: 4, keys: 5, get: 6, self: 7, "": 8 };
console.log(o.__init__, o.__class__, o.__proto, o.items, o.keys, o.get, o.self, o[""], Object.keys(o).length);
class A {
  __secret = 1;
  self = 2;
  items() {
    return this.__secret + this.self;
  }
}
console.log(new A().items(), new A().__secret);
