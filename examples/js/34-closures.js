"use strict";

// Functions that remember: counters, debouncing by hand, undo stacks, composition.

/** A counter that can be stepped, reset and read. */
function createCounter(start = 0, { step = 1 } = {}) {
  let value = start;
  let listeners = [];
  const notify = () => listeners.forEach((listener) => listener(value));

  return {
    increment() {
      value += step;
      notify();
      return value;
    },
    reset() {
      value = start;
      notify();
    },
    onChange(listener) {
      listeners.push(listener);
      return () => {
        listeners = listeners.filter((other) => other !== listener);
      };
    },
    current: () => value,
  };
}

function createUndoStack(initial) {
  const past = [];
  let present = initial;
  return {
    apply: (change) => {
      past.push(present);
      present = change(present);
    },
    undo: () => {
      if (past.length === 0) return false;
      present = past.pop();
      return true;
    },
    get: () => present,
  };
}

const compose = (...fns) => (input) => fns.reduceRight((value, fn) => fn(value), input);
const curry = (fn) => (a) => (b) => fn(a, b);
const once = (fn) => {
  let called = false;
  let result;
  return (...args) => {
    if (!called) {
      called = true;
      result = fn(...args);
    }
    return result;
  };
};

const counter = createCounter(10, { step: 5 });
const seen = [];
const stop = counter.onChange((value) => seen.push(value));
counter.increment();
counter.increment();
stop();
counter.increment();
console.log(`now ${counter.current()}, seen ${seen.join(",")}`);
counter.reset();
console.log(`after reset ${counter.current()}, other ${createCounter().increment()}`);

const text = createUndoStack("draft");
text.apply((t) => `${t}!`);
text.apply((t) => t.toUpperCase());
console.log(text.get(), text.undo(), text.get(), text.undo(), text.get(), text.undo());

const add = curry((a, b) => a + b);
const shout = compose((s) => `${s}!`, (s) => s.toUpperCase(), add("hello, "));
console.log(shout("world"), add(2)(3));

const connect = once((host) => {
  console.log(`connecting to ${host}`);
  return `session@${host}`;
});
console.log(connect("db1"));
console.log(connect("db2"));

// Each round of the loop has its own variable.
const printers = [];
for (let i = 0; i < 3; i++) {
  printers.push(() => i * 10);
}
console.log(printers.map((print) => print()).join(" "));
