// A mutex and a semaphore: exclusive functions, acquire and release.
const { Mutex, Semaphore } = require("async-mutex");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Account {
  constructor(balance) {
    this.balance = balance;
    this.mutex = new Mutex();
  }

  async change(amount) {
    return this.mutex.runExclusive(async () => {
      const before = this.balance;
      await sleep(10);
      this.balance = before + amount;
      return this.balance;
    });
  }

  async read() {
    const release = await this.mutex.acquire();
    try {
      await sleep(5);
      return this.balance;
    } finally {
      release();
    }
  }
}

const slots = new Semaphore(2);

async function visit(name, ms) {
  const [, release] = await slots.acquire();
  try {
    console.log(`> ${name}`);
    await sleep(ms);
    if (name === "c") throw new Error("c is closed");
    console.log(`< ${name}`);
  } catch (error) {
    console.log(`! ${error.message}`);
  } finally {
    release();
  }
}

async function main() {
  const account = new Account(100);
  const changes = await Promise.all([account.change(10), account.change(-30), account.change(5)]);
  console.log(changes.join(" "), await account.read());

  await Promise.all([visit("a", 120), visit("b", 40), visit("c", 180), visit("d", 40)]);

  const mutex = new Mutex();
  console.log(mutex.isLocked());
  const release = await mutex.acquire();
  console.log(mutex.isLocked());
  const later = mutex.runExclusive(() => {
    console.log("my turn");
    return 42;
  });
  await sleep(10);
  console.log("release");
  release();
  console.log(await later);

  await mutex.acquire();
  try {
    console.log("held", mutex.isLocked());
  } finally {
    mutex.release();
  }
  try {
    await mutex.runExclusive(async () => {
      throw new TypeError("inside");
    });
  } catch (error) {
    console.log(error.message, mutex.isLocked());
  }
}

main();
