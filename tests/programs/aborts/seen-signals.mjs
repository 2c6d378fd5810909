// Signals that somebody looks at in other ways: objects of the output.
import { setTimeout as delay } from "node:timers/promises";

async function watched(name, signal) {
  try {
    while (!signal.aborted) await delay(20, undefined, { signal });
  } catch (err) {
    if (err.name !== "AbortError") throw err;
    console.log(name, "stopped", signal.aborted);
  }
}

async function all(err, signal) {
  try {
    await delay(200, undefined, { signal });
  } catch (error) {
    console.log(err, error.name); // of all errors
  }
}

async function again(signal) {
  for (const round of [1, 2]) {
    try {
      await delay(200, undefined, { signal });
    } catch (err) {
      if (err.name !== "AbortError") throw err;
      console.log("round", round, "aborted");
    }
  }
}

async function unguarded(signal) {
  await delay(200, undefined, { signal });
}

for (const run of [(s) => watched("w", s), (s) => all("e", s), again, unguarded]) {
  const controller = new AbortController();
  const task = run(controller.signal).catch((err) => console.log("caught", err.name));
  await delay(30);
  controller.abort();
  await task;
}

async function atOnce(signal) {
  try {
    console.log("begun");
    await delay(100, undefined, { signal });
  } catch (err) {
    if (err.name !== "AbortError") throw err;
    console.log("stopped at once");
  }
}
const early = new AbortController();
const task = atOnce(early.signal);
early.abort();
await task;

async function load(name, ms, fail, signal) {
  try {
    await delay(ms, undefined, { signal });
    if (fail) throw new RangeError(`${name} failed`);
  } finally {
    console.log(name, "over");
  }
}
const group = new AbortController();
try {
  await Promise.all([load("a", 20, true, group.signal), load("b", 60, false, group.signal)]);
} catch (err) {
  group.abort();
  await delay(10);
  console.log(err.message);
}
