class Bus {
  constructor() { this.handlers = new Set(); this.log = []; }
  on(h) { this.handlers.add(h); return () => this.handlers.delete(h); }
  emit(x) { for (const h of this.handlers) h(x); }
}
const bus = new Bus();
const off = bus.on((x) => { console.log("first", x); off(); });
bus.on((x) => { console.log("second", x); if (x === 1) bus.on((y) => console.log("third", y)); });
bus.emit(1);
bus.emit(2);
const m = new Map([["a", 1], ["b", 2], ["c", 3]]);
for (const [k, v] of m) { if (v < 3) m.delete(k); }
console.log(m.size);
for (const [k, v] of m) { if (v < 6) m.set(k + v, v + 1); }
console.log([...m.keys()].join());
for (const k of m.keys()) m.delete(k);
console.log(m.size);
const o = { a: 1, b: 2 };
for (const k of Object.keys(o)) delete o[k];
console.log(Object.keys(o).length);
for (const x of new Set([1, 2])) console.log(x);
