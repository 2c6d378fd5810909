const { EventEmitter, once } = require("events");
class Q extends EventEmitter {
  #jobs = [];
  push(j) { this.#jobs.push(j); this.emit("queued", this.#jobs.length); return this; }
  async run() { for (const j of this.#jobs) { try { this.emit("done", await j()); } catch (e) { this.emit("error", e); } } this.emit("end"); }
}
const seen = [];
const q = new Q();
q.on("queued", (n) => console.log("queued " + n)).on("done", (r) => console.log(`done ${r}`)).on("error", (e) => console.log("failed", e.message));
q.on("done", async (r) => { await null; seen.push(r); });
q.once("end", () => console.log("end"));
q.push(async () => 1).push(async () => { throw new Error("no"); });
(async () => { await q.run(); await new Promise((resolve) => setTimeout(resolve, 2)); console.log("all", q.listenerCount("done"), q.eventNames(), seen); })();
