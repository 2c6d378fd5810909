"use strict";

/**
 * A job queue with a fixed number of workers. Each worker takes the next job
 * as soon as it is free; failed jobs are kept and reported at the end.
 */
class JobQueue {
  #jobs = [];
  #results = new Map();
  #failed = [];

  add(name, run) {
    this.#jobs.push({ name, run });
    return this;
  }

  get size() {
    return this.#jobs.length;
  }

  async #work(workerId) {
    let done = 0;
    while (this.#jobs.length > 0) {
      const job = this.#jobs.shift();
      console.log(`worker ${workerId} takes ${job.name}`);
      try {
        this.#results.set(job.name, await job.run());
      } catch (err) {
        this.#failed.push(`${job.name} (${err.message})`);
      }
      done++;
    }
    return done;
  }

  async run(workers) {
    const tasks = [];
    for (let id = 1; id <= workers; id++) {
      tasks.push(this.#work(id));
    }
    const counts = await Promise.all(tasks);
    return { counts, results: this.#results, failed: this.#failed };
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function resize(name, ms) {
  return async () => {
    await sleep(ms);
    if (name.endsWith(".bmp")) throw new Error("format not supported");
    return `${name.split(".")[0]}-small.png`;
  };
}

async function main() {
  const queue = new JobQueue();
  queue
    .add("cat", resize("cat.png", 40))
    .add("dog", resize("dog.jpg", 100))
    .add("owl", resize("owl.bmp", 30))
    .add("fox", resize("fox.gif", 80))
    .add("elk", resize("elk.png", 20));
  console.log(`${queue.size} jobs`);

  const { counts, results, failed } = await queue.run(2);
  for (const [name, file] of results) {
    console.log(`${name} -> ${file}`);
  }
  console.log(`failed: ${failed.join(", ")}`);
  console.log(`jobs per worker: ${counts.join(" + ")}`);
}

main();
