const EventEmitter = require("events");
class Store extends EventEmitter {
  constructor() { super(); this.n = 0; }
  add(x) { this.n += x; this.emit("add", x, this.n); }
}
const s = new Store();
s.on("add", (x, n) => console.log("added", x, n));
s.once("add", () => console.log("once"));
s.add(2); s.add(3);
console.log(s.listenerCount("add"));
const e = new EventEmitter();
const f = (a) => console.log("f", a);
e.on("x", f); e.emit("x", 1); e.off("x", f); console.log(e.emit("x", 2));
try { e.emit("error", new Error("boom")); } catch (err) { console.log(err.message); }
