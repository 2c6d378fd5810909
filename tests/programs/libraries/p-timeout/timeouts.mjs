// What is too slow goes on; what fails in time fails with its own error.
import pTimeout, { TimeoutError } from "p-timeout";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function slow(name, ms) {
  console.log(`${name} begins`);
  await sleep(ms);
  console.log(`${name} ends`);
  return name;
}

async function failing() {
  await sleep(10);
  throw new RangeError("own error");
}

async function attempt(promise, milliseconds) {
  try {
    console.log("value:", await pTimeout(promise, { milliseconds }));
  } catch (error) {
    console.log(error instanceof TimeoutError ? "timeout:" : "error:", error.message);
  }
}

async function main() {
  await attempt(slow("fast", 40), 200);
  await attempt(slow("late", 300), 100);
  await attempt(failing(), 50);
  try {
    await pTimeout(slow("worded", 240), { milliseconds: 80, message: "no patience" });
  } catch (error) {
    console.log(error.name, error.message);
  }
  const both = await Promise.allSettled([
    pTimeout(slow("one", 20), { milliseconds: 300 }),
    pTimeout(slow("two", 600), { milliseconds: 200 }),
  ]);
  for (const { status } of both) console.log(status);
}

main();
