class Channel {
  #items = [];
  #waiting = [];
  push(item) {
    const take = this.#waiting.shift();
    if (take) take(item);
    else this.#items.push(item);
  }
  async *[Symbol.asyncIterator]() {
    while (true) {
      const item = this.#items.length > 0 ? this.#items.shift() : await new Promise((r) => this.#waiting.push(r));
      if (item === null) return;
      yield item;
    }
  }
}
const channel = new Channel();
channel.push("ready");
["a", "b", null].forEach((x, i) => setTimeout(() => channel.push(x), 20 * (i + 1)));
(async () => {
  for await (const item of channel) console.log(item);
  console.log("closed");
})();
