"use strict";

// A cooperative scheduler: tasks are generators, run by priority.

class PriorityQueue {
  #buckets = new Map();
  #size = 0;

  enqueue(item, priority) {
    const bucket = this.#buckets.get(priority) ?? [];
    bucket.push(item);
    this.#buckets.set(priority, bucket);
    this.#size++;
  }

  dequeue() {
    const priorities = [...this.#buckets.keys()].sort((a, b) => b - a);
    const best = priorities[0];
    const bucket = this.#buckets.get(best);
    const item = bucket.shift();
    if (bucket.length === 0) this.#buckets.delete(best);
    this.#size--;
    return { item, priority: best };
  }

  get size() {
    return this.#size;
  }
}

class Scheduler {
  constructor() {
    this.ready = new PriorityQueue();
    this.clock = 0;
    this.trace = [];
  }

  spawn(name, work, priority = 1) {
    this.ready.enqueue({ name, steps: work() }, priority);
  }

  /** Runs until no task is left; a waiting task gets older and so more important. */
  run() {
    while (this.ready.size > 0) {
      const { item: task, priority } = this.ready.dequeue();
      const { value: cost, done } = task.steps.next();
      if (done) {
        console.log(`t=${this.clock} ${task.name} finished`);
        continue;
      }
      this.clock += cost;
      this.trace.push(task.name[0]);
      this.ready.enqueue(task, cost > 2 ? priority - 1 : priority);
    }
    return this.clock;
  }
}

const scheduler = new Scheduler();

scheduler.spawn("backup", function* () {
  for (let block = 0; block < 3; block++) {
    yield 3;
  }
});

scheduler.spawn(
  "render",
  function* () {
    yield 1;
    yield 1;
  },
  5,
);

scheduler.spawn(
  "index",
  function* () {
    let left = 5;
    while (left > 0) {
      const part = Math.min(left, 2);
      left -= part;
      yield part;
    }
  },
  1,
);

const total = scheduler.run();
console.log(`total time ${total}`);
console.log(`trace: ${scheduler.trace.join("")}`);
