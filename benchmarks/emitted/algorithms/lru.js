// A cache that forgets what was not used for longest.
class LruCache {
  constructor(capacity) {
    this.capacity = capacity;
    this.entries = new Map();
    this.hits = 0;
    this.misses = 0;
  }

  get(key) {
    if (!this.entries.has(key)) {
      this.misses++;
      return undefined;
    }
    const value = this.entries.get(key);
    this.entries.delete(key);
    this.entries.set(key, value);
    this.hits++;
    return value;
  }

  set(key, value) {
    if (this.entries.has(key)) {
      this.entries.delete(key);
    } else if (this.entries.size >= this.capacity) {
      const oldest = this.entries.keys().next().value;
      this.entries.delete(oldest);
    }
    this.entries.set(key, value);
  }
}

const cache = new LruCache(500);
let seed = 7;
let total = 0;
for (let i = 0; i < 40000; i++) {
  seed = (seed * 16807) % 2147483647;
  const key = seed % 1000;
  const known = cache.get(key);
  if (known === undefined) {
    cache.set(key, key * 2);
  } else {
    total += known;
  }
}
console.log(cache.hits, cache.misses, total);
