"use strict";

// A barrier that opens when all have come, built on promises settled from outside.

function createDeferred() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => {
    deferred.resolve = resolve;
    deferred.reject = reject;
  });
  return deferred;
}

class Barrier {
  constructor(parties) {
    this.parties = parties;
    this.arrived = [];
    this.gate = createDeferred();
  }

  async wait(name) {
    this.arrived.push(name);
    if (this.arrived.length === this.parties) {
      this.gate.resolve(this.arrived.join("+"));
    }
    return this.gate.promise;
  }

  cancel(reason) {
    this.gate.reject(new Error(reason));
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function hiker(barrier, name, ms) {
  await sleep(ms);
  console.log(`${name} is here`);
  const group = await barrier.wait(name);
  return `${name} walks with ${group}`;
}

async function main() {
  const barrier = new Barrier(3);
  const stories = await Promise.all([
    hiker(barrier, "ann", 60),
    hiker(barrier, "ben", 20),
    hiker(barrier, "cleo", 100),
  ]);
  for (const story of stories) {
    console.log(story);
  }

  const lonely = new Barrier(2);
  setTimeout(() => lonely.cancel("nobody else came"), 60);
  try {
    await hiker(lonely, "dan", 20);
  } catch (err) {
    console.log(`dan goes home: ${err.message}`);
  }

  // Settling again changes nothing.
  lonely.gate.resolve("too late");
  const outcome = await lonely.gate.promise.then(
    () => "resolved",
    () => "still rejected",
  );
  console.log(outcome);
}

main();
