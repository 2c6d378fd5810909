// Several countdowns side by side, and one that is stopped half way.

import { setTimeout as delay } from "node:timers/promises";

async function* countdown(from, ms) {
  for (let n = from; n > 0; n--) {
    await delay(ms);
    yield n;
  }
}

const launch = async (name, from, ms) => {
  const said = [];
  for await (const n of countdown(from, ms)) {
    said.push(n);
    if (name === "scrubbed" && n === 2) {
      throw new Error(`${name} at ${n}`);
    }
  }
  console.log(`${name}: ${said.join(" ")} go!`);
  return said.length;
};

const fast = launch("fast", 3, 10);
const slow = launch("slow", 2, 60);
console.log("both are counting");
const lengths = [await fast, await slow];
console.log(lengths);

const [first, second] = await Promise.allSettled([launch("scrubbed", 4, 10), launch("third", 1, 70)]);
console.log(first.status, first.reason.message);
console.log(second.status, second.value);

const greeting = await delay(20, "bye");
console.log(greeting);
