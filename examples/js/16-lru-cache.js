"use strict";

/**
 * A least-recently-used cache on a Map, which remembers the order of insertion.
 */
class LruCache {
  #entries = new Map();
  #capacity;

  constructor(capacity) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`bad capacity: ${capacity}`);
    }
    this.#capacity = capacity;
  }

  get size() {
    return this.#entries.size;
  }

  get(key) {
    if (!this.#entries.has(key)) return undefined;
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      const oldest = this.#entries.keys().next().value;
      this.#entries.delete(oldest);
      return oldest;
    }
    return undefined;
  }

  *[Symbol.iterator]() {
    yield* this.#entries.entries();
  }

  toString() {
    return `LruCache(${[...this.#entries.keys()].join(" < ")})`;
  }
}

/** Remember the results of a function of one argument. */
function memoize(fn, capacity) {
  const cache = new LruCache(capacity);
  let misses = 0;
  const wrapped = (arg) => {
    const known = cache.get(arg);
    if (known !== undefined) return known;
    misses += 1;
    const value = fn(arg);
    cache.set(arg, value);
    return value;
  };
  return { wrapped, misses: () => misses };
}

const cache = new LruCache(3);
for (const [key, value] of [["a", 1], ["b", 2], ["c", 3]]) {
  cache.set(key, value);
}
console.log(`${cache}`);
console.log(`get a: ${cache.get("a")}`);
console.log(`evicted: ${cache.set("d", 4)}`);
console.log(`get b: ${cache.get("b") ?? "gone"}`);
console.log(String(cache), `size ${cache.size}`);

let sum = 0;
for (const [, value] of cache) {
  sum += value;
}
console.log(`sum of values: ${sum}`);

const { wrapped: square, misses } = memoize((n) => n * n, 2);
console.log([2, 3, 2, 4, 3].map(square).join(" "), `misses: ${misses()}`);

try {
  new LruCache(0);
} catch (err) {
  console.log(`${err.name}: ${err.message}`);
}
