// Producers and consumers around a queue that makes those wait who find it empty.
class Channel {
  constructor() {
    this.items = [];
    this.waiting = [];
  }

  put(item) {
    const waiter = this.waiting.shift();
    if (waiter) waiter(item);
    else this.items.push(item);
  }

  get() {
    if (this.items.length > 0) return Promise.resolve(this.items.shift());
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const channel = new Channel();
  let total = 0;
  async function produce() {
    for (let i = 0; i < 2000; i++) {
      channel.put(i);
      if (i % 10 === 0) await sleep(0);
    }
  }
  async function consume() {
    for (let i = 0; i < 2000; i++) {
      const item = await channel.get();
      total += item;
    }
  }
  await Promise.all([consume(), consume(), produce(), produce()]);
  console.log(total);
}

main();
