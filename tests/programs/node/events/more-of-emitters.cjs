const EventEmitter = require("events");
class Chat extends EventEmitter {
  join(u) {
    this.emit("join", u);
  }
}
const c = new Chat();
c.on("join", (u) => console.log("on", u));
c.prependOnceListener("join", () => console.log("first, once"));
c.join("a");
c.join("b");
console.log(c.getMaxListeners(), c.listenerCount("join"));
