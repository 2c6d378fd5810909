"use strict";

// A cache that shares promises in flight and forgets its entries after a while.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class TtlCache {
  constructor(loader, ttl) {
    this.loader = loader;
    this.ttl = ttl;
    this.entries = new Map();
    this.stats = { hits: 0, misses: 0 };
  }

  /**
   * The value for a key; loaded once, however many ask for it at a time.
   * @param {string} key
   */
  get(key) {
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.stats.hits += 1;
      return known;
    }
    this.stats.misses += 1;
    const promise = this.load(key);
    this.entries.set(key, promise);
    return promise;
  }

  async load(key) {
    try {
      const value = await this.loader(key);
      setTimeout(() => this.entries.delete(key), this.ttl);
      return value;
    } catch (err) {
      this.entries.delete(key); // a failure is not worth keeping
      throw err;
    }
  }
}

let queries = 0;

async function query(key) {
  queries++;
  await sleep(30);
  if (key === "bad") throw new Error(`no rows for ${key}`);
  return `${key}=${key.length}`;
}

async function main() {
  const cache = new TtlCache(query, 90);

  const together = await Promise.all([cache.get("alpha"), cache.get("beta"), cache.get("alpha")]);
  console.log(together.join(" "), `queries: ${queries}`);

  console.log(await cache.get("alpha"), `queries: ${queries}`);
  await sleep(140);
  console.log(await cache.get("alpha"), `queries: ${queries}`);

  for (let round = 1; round <= 2; round++) {
    try {
      await cache.get("bad");
    } catch (err) {
      console.log(`round ${round}: ${err.message}, queries: ${queries}`);
    }
  }

  const { hits, misses } = cache.stats;
  console.log(`hits ${hits}, misses ${misses}, kept ${cache.entries.size}`);
}

main();
