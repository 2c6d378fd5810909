import pRetry, { AbortError } from "p-retry";

let calls = 0;

async function flaky() {
  calls += 1;
  console.log(`call ${calls}`);
  if (calls < 3) throw new Error(`failure ${calls}`);
  return `after ${calls}`;
}

async function hopeless() {
  calls += 1;
  throw new Error(`still no ${calls}`);
}

async function gone(id) {
  calls += 1;
  if (id === 1) throw new AbortError("it is gone");
  throw new AbortError(new RangeError("out of range"));
}

async function wrong() {
  calls += 1;
  throw new TypeError("not that");
}

async function report(name, promise) {
  try {
    console.log(name, await promise);
  } catch (error) {
    console.log(name, "failed:", error.message, error instanceof RangeError, calls);
  }
}

await report("flaky", pRetry(flaky, { retries: 4, minTimeout: 5 }));
calls = 0;
await report("hopeless", pRetry(hopeless, { retries: 2, minTimeout: 5, factor: 1 }));
calls = 0;
await report("gone", pRetry(() => gone(1), { retries: 5, minTimeout: 5 }));
await report("range", pRetry(() => gone(2), { retries: 5, minTimeout: 5 }));
calls = 0;
await report("wrong", pRetry(wrong, { retries: 5, minTimeout: 5 }));
const found = await pRetry(
  async (attempt) => {
    console.log("attempt", attempt);
    if (attempt < 3) throw new Error("again");
    return attempt * 10;
  },
  { retries: 3, minTimeout: 5, factor: 3, maxTimeout: 50 },
);
console.log(found);
