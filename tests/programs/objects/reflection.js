class P { constructor(x, y) { this.x = x; this.y = y; } sum() { return this.x + this.y; } }
const o = { a: 1, b: 2 };
console.log(Reflect.has(o, "a"), Reflect.get(o, "b"), Reflect.ownKeys(o));
Reflect.set(o, "c", 3);
Reflect.deleteProperty(o, "a");
console.log(o);
console.log(Reflect.apply(Math.max, null, [1, 5, 2]), Reflect.construct(P, [1, 2]).sum());
for (const k of Reflect.ownKeys(o)) console.log(k);
