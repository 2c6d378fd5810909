// Caches that hold their values by references.
class Image {
  constructor(name) { this.name = name; }
}
class Cache {
  constructor(load) { this.load = load; this.items = new Map(); }
  get(name) {
    const ref = this.items.get(name);
    const known = ref?.deref();
    if (known !== undefined) return known;
    const made = this.load(name);
    this.items.set(name, new WeakRef(made));
    return made;
  }
}
let loaded = 0;
const cache = new Cache((name) => { loaded++; return new Image(name); });
const first = cache.get("a");
console.log(cache.get("a") === first, cache.get("b").name, loaded);
const ref = new WeakRef(first);
console.log(ref.deref() === first);
const seen = [first].map((x) => new WeakRef(x));
console.log(seen.map((r) => r.deref()?.name));
