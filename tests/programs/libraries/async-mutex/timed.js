const { Mutex, withTimeout } = require("async-mutex");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const lock = withTimeout(new Mutex(), 100);

async function use(name, ms) {
  try {
    const value = await lock.runExclusive(async () => {
      console.log(`> ${name}`);
      await sleep(ms);
      console.log(`< ${name}`);
      return name;
    });
    console.log("done", value);
  } catch (error) {
    console.log(name, "failed:", error.message);
  }
}

async function main() {
  await Promise.all([use("first", 30), use("second", 200), use("third", 10)]);
  await use("fourth", 5);
}

main();
