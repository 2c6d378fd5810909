// Events as an async iterator: it listens from the call on, and takes its listeners back.
import { EventEmitter, on } from "node:events";
const bus = new EventEmitter();
setTimeout(() => bus.emit("ready", 5), 1);
for await (const [value] of on(bus, "ready")) {
  console.log(value);
  break;
}
const it = on(bus, "tick");
bus.emit("tick", 1, "a");
bus.emit("tick", 2, "b");
setTimeout(() => bus.emit("error", new Error("broken")), 10);
try {
  for await (const [n, more] of it) console.log(n, more ?? "-");
} catch (err) {
  console.log(err.message);
}
console.log(bus.listenerCount("tick"), bus.listenerCount("ready"));
