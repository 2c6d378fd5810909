"use strict";

// A library of one's own, as a company has it: counters, and the time that work takes.

const counts = new Map();

/** Add to a counter. */
function increment(name, by = 1) {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Do some work, and count that it was done, or that it failed. */
async function timed(name, work) {
  try {
    const value = await work();
    increment(`${name}.ok`);
    return value;
  } catch (error) {
    increment(`${name}.failed`);
    throw error;
  }
}

/** All counters, by name. */
function snapshot() {
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

module.exports = { increment, timed, snapshot };
