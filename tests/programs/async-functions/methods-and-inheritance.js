const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
class Repo {
  static async open(name) {
    await sleep(5);
    return new this(name);
  }
  constructor(name) {
    this.name = name;
  }
  async find(id) {
    await sleep(5);
    return `${this.name}/${id}`;
  }
  get ready() {
    return this.find("ready");
  }
}
class Cached extends Repo {
  cache = {};
  async find(id) {
    return (this.cache[id] ??= await super.find(id));
  }
}
async function main() {
  const repo = await Cached.open("users");
  console.log(await repo.find(1), await repo.find(1), Object.keys(repo.cache).length, await repo.ready);
}
main();
