"use strict";

const State = Object.freeze({ CLOSED: "closed", OPEN: "open", HALF_OPEN: "half-open" });

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class CircuitOpenError extends Error {}

/** Stops calling a service that fails, and tries again after a rest. */
class CircuitBreaker {
  constructor(service, { threshold = 2, rest = 60 } = {}) {
    this.service = service;
    this.threshold = threshold;
    this.rest = rest;
    this.failures = 0;
    this.state = State.CLOSED;
  }

  async call(...args) {
    if (this.state === State.OPEN) {
      throw new CircuitOpenError("circuit is open");
    }
    try {
      const result = await this.service(...args);
      this.#succeed();
      return result;
    } catch (err) {
      this.#fail();
      throw err;
    }
  }

  #succeed() {
    this.failures = 0;
    this.#become(State.CLOSED);
  }

  #fail() {
    this.failures++;
    if (this.state === State.HALF_OPEN || this.failures >= this.threshold) {
      this.#become(State.OPEN);
      setTimeout(() => this.#become(State.HALF_OPEN), this.rest);
    }
  }

  #become(state) {
    if (state === this.state) return;
    console.log(`  [${this.state} -> ${state}]`);
    this.state = state;
  }
}

async function main() {
  let healthy = true;
  const breaker = new CircuitBreaker(async (symbol, amount) => {
    await sleep(10);
    if (!healthy) throw new Error("exchange unreachable");
    return `bought ${amount} ${symbol}`;
  });

  const attempt = async (label) => {
    try {
      console.log(`${label}: ${await breaker.call("ACME", 5)}`);
    } catch (err) {
      const kind = err instanceof CircuitOpenError ? "rejected" : "failed";
      console.log(`${label}: ${kind}, ${err.message}`);
    }
  };

  await attempt("1");
  healthy = false;
  await attempt("2");
  await attempt("3");
  await attempt("4");
  await sleep(100);
  healthy = true;
  await attempt("5");
  console.log(breaker.state);
}

main();
