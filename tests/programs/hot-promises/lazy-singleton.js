const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
class Pool {
  #connection = null;
  connect() {
    this.#connection ??= this.#open();
    return this.#connection;
  }
  async #open() {
    console.log("opening");
    await sleep(20);
    return { id: 1 };
  }
}
async function main() {
  const pool = new Pool();
  const [a, b] = await Promise.all([pool.connect(), pool.connect()]);
  console.log(a === b, (await pool.connect()).id);
}
main();
