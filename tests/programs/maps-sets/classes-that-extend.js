// Classes that extend Map or Set.
class Counter extends Map {
  /** One more of the key. */
  add(key) {
    this.set(key, (this.get(key) ?? 0) + 1);
    return this;
  }
  get(key) {
    return super.get(key) ?? 0;
  }
  top() {
    return [...this].sort((a, b) => b[1] - a[1])[0];
  }
  total() {
    let sum = 0;
    for (const value of this.values()) sum += value;
    return sum;
  }
}
const counts = new Counter();
counts.add("a").add("b").add("a");
console.log(counts.get("a"), counts.get("z"), counts.size, counts.top(), counts.total());
for (const [key, value] of counts) console.log(key, value);
console.log(counts.set("q", 5) === counts, counts.has("q"), counts.delete("q"), counts.delete("q"));
console.log(JSON.stringify(counts), counts instanceof Counter, [...counts.entries()]);
counts.forEach((value, key) => console.log(key, value));
if (new Counter()) console.log("an empty one is true");

class Tags extends Set {
  constructor(items) {
    super(items);
    this.asked = 0;
  }
  has(tag) {
    this.asked++;
    return super.has(tag);
  }
  addAll(...tags) {
    for (const tag of tags) this.add(tag);
    return this;
  }
}
const tags = new Tags(["x"]);
console.log(tags.addAll("y", "z").size, tags.has("y"), tags.asked, [...tags].join());
const copy = new Set(tags);
tags.clear();
console.log(copy.size, tags.size);

class Recent extends Map {
  #limit;
  constructor(limit) {
    super();
    this.#limit = limit;
  }
  get(key) {
    if (!super.has(key)) return undefined;
    const value = super.get(key);
    super.delete(key);
    super.set(key, value);
    return value;
  }
  set(key, value) {
    if (this.size >= this.#limit) this.delete(this.keys().next().value);
    return super.set(key, value);
  }
}
const recent = new Recent(2);
recent.set("a", 1).set("b", 2);
recent.get("a");
recent.set("c", 3);
console.log([...recent.keys()], recent.get("b"), recent.get("a"));

class Named extends Counter {
  constructor(name) {
    super();
    this.name = name;
  }
  add(key) {
    return super.add(`${this.name}:${key}`);
  }
}
const named = new Named("n");
console.log(named.add("k").get("n:k"), named.size, Object.keys(named));

const Filled = class extends Map {
  first() {
    return this.keys().next().value;
  }
};
const filled = new Filled([["one", 1], ["two", 2]]);
console.log(filled.first(), filled.get("two"), Object.fromEntries(filled));
const asKey = new Map([[filled, "held"]]);
console.log(asKey.get(filled), asKey.has(new Filled()));

// What may be missing makes an empty one.
const mapOf = (entries) => new Map(entries);
const setOf = (items) => new Set(items);
console.log(mapOf([["a", 1]]).size, mapOf().size, setOf([1]).size, setOf().size, setOf(null).size);
