// Methods, arrows, defaults, closures of loops: all start at the call.
class Store {
  #items = new Map();
  static async open(name = "default") {
    console.log("opening", name);
    await null;
    return new Store();
  }
  async put(key, value) {
    console.log("put", key);
    await Promise.resolve();
    this.#items.set(key, value);
    return this;
  }
  get size() {
    return this.#items.size;
  }
}
const run = async () => {
  const store = await Store.open();
  const writes = [];
  for (let i = 0; i < 3; i++) writes.push(store.put(i, i * 2));
  console.log("size now", store.size);
  await Promise.all(writes);
  console.log("size then", store.size);
  for (let i = 0; i < 2; i++) Promise.resolve().then(() => console.log("loop", i));
  await null;
  return ["x", "y"].map(async (v, i) => {
    console.log("map", v);
    await null;
    console.log("mapped", i);
    return v + i;
  });
};
run().then((jobs) => Promise.all(jobs)).then((all) => console.log(all));
console.log("sync end");
