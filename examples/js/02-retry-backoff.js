"use strict";

// A client that retries with exponential backoff, and knows which errors are worth it.

class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.name = "HttpError";
    this.status = status;
  }

  get retryable() {
    return this.status >= 500 || this.status === 429;
  }
}

const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A server whose answers are scripted: a number is a failing status. */
class FakeServer {
  constructor(script) {
    this.script = script;
    this.calls = 0;
  }

  async get(path) {
    const step = this.script[Math.min(this.calls, this.script.length - 1)];
    this.calls += 1;
    await delay(10);
    if (typeof step === "number") {
      throw new HttpError(step, `GET ${path} failed with ${step}`);
    }
    return step;
  }
}

/**
 * Call `operation` until it succeeds or the attempts are used up.
 * @param {() => Promise<string>} operation
 * @param {{attempts?: number, base?: number}} options
 * @returns {Promise<string>}
 */
async function withRetry(operation, { attempts = 4, base = 10 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation();
    } catch (err) {
      const giveUp = !(err instanceof HttpError) || !err.retryable || attempt >= attempts;
      if (giveUp) throw err;
      const pause = base * 2 ** (attempt - 1);
      console.log(`attempt ${attempt} failed (${err.status}), next in ${pause} ms`);
      await delay(pause);
    }
  }
}

async function tryOut(label, script, options) {
  const server = new FakeServer(script);
  try {
    const body = await withRetry(() => server.get(`/${label}`), options);
    console.log(`${label}: ${body} after ${server.calls} call(s)`);
  } catch (err) {
    console.log(`${label}: gave up after ${server.calls} call(s): ${err.message}`);
  }
}

async function main() {
  await tryOut("steady", ["ok"]);
  await tryOut("flaky", [503, 429, "ok at last"]);
  await tryOut("forbidden", [403, "never seen"]);
  await tryOut("down", [500], { attempts: 3, base: 5 });
}

main();
