// Controllers that stop tasks and groups: what is cleaned up, and when.
import { setTimeout as delay } from "node:timers/promises";

async function step(name, ms, signal) {
  await delay(ms, undefined, { signal });
  console.log(name, "step");
}

async function walk(name, signal) {
  let steps = 0;
  try {
    do {
      await step(name, 100, signal);
      steps++;
    } while (steps < 4);
  } catch (err) {
    if (err.name === "AbortError") {
      console.log(name, "stopped after", steps);
    } else {
      throw err;
    }
  } finally {
    console.log(name, "closed");
  }
  return steps;
}

const controller = new AbortController();
const walker = walk("walker", controller.signal);
await delay(250);
controller.abort();
controller.abort();
console.log("aborted");
console.log(await walker);

const short = new AbortController();
const done = walk("short", short.signal);
setTimeout(() => short.abort(), 1500);
console.log(await done);

async function both(fail) {
  const group = new AbortController();
  try {
    return await Promise.all([load("a", 50, fail, group.signal), load("b", 150, false, group.signal)]);
  } catch (err) {
    group.abort();
    throw err;
  }
}

async function load(name, ms, fail, signal) {
  const value = await delay(ms, name, { signal });
  if (fail) throw new RangeError(`${name} failed`);
  console.log(name, "over");
  return value;
}

console.log((await both(false)).join());
try {
  await both(true);
} catch (err) {
  console.log(err instanceof RangeError, err.message);
}
console.log("end");
