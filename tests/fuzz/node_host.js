// Runs programs one after the other, under a clock that jumps to the next timer.
//
// Reads a line of JSON for each program: { source, jitters }. The source may hold the marks
// \u0001 ... \u0002 around what is awaited or returned. Answers with what it printed, its exit
// code, the smallest time between two timers whose order is decided by their times, and
// whether the trace is another one when promises take some ticks more: then its order is
// decided by microtasks, not by timers and calls.
"use strict";
const util = require("node:util");
const readline = require("node:readline");

const STEPS = 5000;

// What ECMA-262 2024 and 2025 add, for a Node that has not got them.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((f, r) => ([resolve, reject] = [f, r]));
  return { promise, resolve, reject };
};
Promise.try ??= function (callback, ...args) {
  return new this((resolve) => resolve(callback(...args)));
};

const originalThen = Promise.prototype.then;
let current = null;

process.on("unhandledRejection", (reason) => {
  if (current !== null) current.end(1, reason);
});
process.on("uncaughtException", (error) => {
  if (current !== null) current.end(1, error);
});

class Ended extends Error {}

class Run {
  constructor() {
    this.lines = [];
    this.error = "";
    this.code = null;
    this.now = 0;
    this.count = 0;
    this.timers = new Map();
    this.gap = Infinity;
    this.lastFired = 0;
    this.process = { exitCode: undefined };
  }

  end(code, error) {
    if (this.code !== null) return;
    this.code = code;
    if (error !== undefined) this.error = util.inspect(error).split("\n")[0];
    this.timers.clear();
  }

  log(...values) {
    if (this.code === null) this.lines.push(util.format(...values));
  }

  add(callback, ms, args, repeat) {
    if (typeof callback !== "function") throw new TypeError("callback is not a function");
    const after = ms >= 1 && ms < 2 ** 31 ? Math.trunc(ms) : 1;
    const id = { number: ++this.count, [Symbol.toPrimitive]: () => id.number };
    id.unref = id.ref = () => id;
    if (this.code === null) {
      this.timers.set(id, { callback, args, created: this.now, due: this.now + after, every: repeat ? after : 0 });
    }
    return id;
  }

  clear(id) {
    const timer = this.timers.get(id);
    if (timer === undefined) return;
    if (timer.created < this.now) this.gap = Math.min(this.gap, timer.due - this.now);
    this.timers.delete(id);
  }

  next() {
    let first = null;
    for (const [id, timer] of this.timers) {
      if (first === null || timer.due < first[1].due) first = [id, timer];
    }
    return first;
  }

  globals() {
    const set = (repeat) => (callback, ms, ...args) => this.add(callback, ms, args, repeat);
    const clear = (id) => this.clear(id);
    const { process: own } = this;
    own.exit = (code) => {
      this.end(code ?? own.exitCode ?? 0);
      throw new Ended();
    };
    own.nextTick = process.nextTick;
    own.stdout = { write: (text) => this.log(String(text).replace(/\n$/, "")) };
    own.on = () => own;
    return {
      console: { log: (...values) => this.log(...values), error() {}, warn() {}, info: (...values) => this.log(...values) },
      setTimeout: set(false),
      setInterval: set(true),
      clearTimeout: clear,
      clearInterval: clear,
      process: own,
      require,
    };
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function run(source, jitter) {
  const job = new Run();
  const globals = job.globals();
  const names = Object.keys(globals);
  const body = new Function(...names, "__j", source);
  current = job;
  if (jitter !== null) Promise.prototype.then = jitter.then;
  try {
    body(...names.map((name) => globals[name]), jitter?.wait);
  } catch (error) {
    job.end(1, error);
  }
  await turn();
  let steps = 0;
  while (job.code === null && job.timers.size > 0) {
    if (++steps > STEPS) {
      job.end(null, "endless");
      break;
    }
    const [id, timer] = job.next();
    // Timers whose order is decided by their times: this one was under way at the last.
    if (timer.created < job.now) job.gap = Math.min(job.gap, timer.due - job.now);
    const { due } = timer;
    for (const [other, { due: dueToo }] of job.timers) {
      if (other !== id && dueToo === due) job.gap = 0;
    }
    job.now = due;
    if (timer.every) timer.due += timer.every;
    else job.timers.delete(id);
    try {
      timer.callback(...timer.args);
    } catch (error) {
      job.end(1, error);
    }
    await turn();
  }
  if (jitter !== null) Promise.prototype.then = originalThen;
  await turn();
  const code = job.code ?? (steps > STEPS ? null : (job.process.exitCode ?? 0));
  current = null;
  return { stdout: job.lines.map((line) => line + "\n").join(""), code, gap: Number.isFinite(job.gap) ? job.gap : null, error: job.error };
}

// Some waits take more ticks: with the first seeds each time another twelfth of them, then
// another fifth of the groups of three, then as many as chance will have.
const SHARES = 12;
function jitterOf(seed) {
  let waits = 0;
  let state = seed * 2654435761 + 12345;
  const ticks = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    if (seed <= SHARES) return waits++ % SHARES === seed - 1 ? 150 : 0;
    if (seed <= SHARES + 5) return Math.floor(waits++ / 3) % 5 === seed - SHARES - 1 ? 150 : 0;
    const number = (state >> 8) & 0xffff;
    return number % 2 ? 0 : (number >> 2) % 40;
  };
  const later = (count, done) => {
    if (count === 0) done();
    else queueMicrotask(() => later(count - 1, done));
  };
  const wait = (value) => {
    if (value === null || typeof value !== "object" || typeof value.then !== "function") value = Promise.resolve(value);
    const count = ticks();
    return new Promise((resolve, reject) => {
      originalThen.call(
        value,
        (result) => later(count, () => resolve(result)),
        (error) => later(count, () => reject(error)),
      );
    });
  };
  return {
    wait,
    then(f, g) {
      return originalThen.call(wait(this), f, g);
    },
  };
}

async function answer({ source, jitters = 0 }) {
  const plain = source.replace(/[\u0001\u0002]/g, "");
  const result = await run(plain, null);
  result.stable = true;
  for (let seed = 1; seed <= jitters && result.stable; seed += 1) {
    const wrapped = source.replace(/\u0001/g, "__j(").replace(/\u0002/g, ")");
    const other = await run(wrapped, jitterOf(seed));
    result.stable = other.stdout === result.stdout && other.code === result.code && other.gap === result.gap;
  }
  return result;
}

async function serve() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let result;
    try {
      result = await answer(JSON.parse(line));
    } catch (error) {
      current = null;
      Promise.prototype.then = originalThen;
      result = { invalid: String(error.stack) };
    }
    process.stdout.write(JSON.stringify(result) + "\n");
  }
}

serve();
