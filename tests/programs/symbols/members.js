// Members of classes under symbols of constants, and symbols as the names of events.
const kSize = Symbol("size");
const kItems = Symbol("items");
const kOnce = Symbol.for("lib.once");
const Events = Object.freeze({ OPEN: Symbol("open"), CLOSE: Symbol("close") });
class Base {
  [kItems] = [];
  get [kSize]() { return this[kItems].length; }
  set [kSize](n) { this[kItems].length = 0; for (let i = 0; i < n; i++) this[kItems].push(i); }
  add(x) { this[kItems].push(x); return this; }
  async [kOnce]() { return "once"; }
  *[Symbol.iterator]() { yield* this[kItems]; }
  static [Symbol.for("lib.made")](x) { return new this().add(x); }
}
class Sub extends Base {
  [Events.OPEN](x) { return "open " + x; }
  [Events.CLOSE]() { return "close"; }
  get [kSize]() { return super[kSize] + 100; }
}
const s = new Sub();
s.add(1).add(2);
console.log(s[kSize], [...s], s[Events.OPEN]("y"), s[Events.CLOSE]());
s[kOnce]().then((v) => console.log(v));
console.log(Sub[Symbol.for("lib.made")](5)[kItems]);
const handlers = { [Events.OPEN]: (x) => "o" + x, [Events.CLOSE]: (x) => "c" + x };
function fire(event, x) { const h = handlers[event]; return h ? h(x) : "none"; }
console.log(fire(Events.OPEN, 1), fire(Events.CLOSE, 2), fire(kSize, 3));
const { [kItems]: items, ...rest } = { [kItems]: [1], a: 1, [kSize]: 4 };
console.log(items, rest);
console.log(typeof s[kSize], typeof kSize, typeof Events.OPEN === "symbol");
function describe(v) { return typeof v === "symbol" ? v.description : String(v); }
console.log(describe(kSize), describe(3), describe("x"));
const seen = new Set([kSize, kItems, kSize]);
console.log(seen.size, seen.has(kItems));
const o = {};
o[kSize] = 1; o[kSize]++; o[kSize] += 5;
o.x = 1;
console.log(o[kSize], o, JSON.stringify({ a: o, list: [o, kSize], s: kSize }));
console.log(Object.keys(o).length, Object.entries({ ...o, [kItems]: 2 }));
if (o[kItems] === undefined) console.log("no items");
console.log(o[kItems]?.length, o[kItems] ?? "default");
console.log({ [Symbol()]: 1, [Symbol.for("z")]: { [kSize]: [] } });
console.log([Events.OPEN, Events.CLOSE].map((e) => e.description));
console.log([...Object.values(Events)].map(String));
