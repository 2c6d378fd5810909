"use strict";

// A token bucket: three calls at once, then one for every refill.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class TokenBucket {
  constructor({ capacity, interval }) {
    this.capacity = capacity;
    this.tokens = capacity;
    this.waiting = [];
    this.timer = setInterval(() => this.refill(), interval);
  }

  refill() {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else if (this.tokens < this.capacity) {
      this.tokens++;
    }
  }

  take() {
    if (this.tokens > 0) {
      this.tokens--;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  stop() {
    clearInterval(this.timer);
  }
}

async function main() {
  const bucket = new TokenBucket({ capacity: 3, interval: 40 });
  const log = [];

  async function call(name) {
    await bucket.take();
    log.push(name);
    console.log(`${name} sent, ${bucket.waiting.length} waiting`);
    return name.toUpperCase();
  }

  const names = ["a", "b", "c", "d", "e"];
  const replies = await Promise.all(names.map(call));
  console.log(replies.join(""));

  await sleep(100); // two refills
  console.log(`tokens: ${bucket.tokens}`);
  bucket.stop();
  console.log(`order: ${log.join(" > ")}`);
}

main();
