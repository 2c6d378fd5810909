"use strict";

/**
 * Collects the keys asked for during one turn and loads them with one call,
 * in the manner of a data loader behind a GraphQL server.
 */
class BatchLoader {
  constructor(loadMany, maxSize = 3) {
    this.loadMany = loadMany;
    this.maxSize = maxSize;
    this.pending = [];
    this.scheduled = false;
  }

  load(key) {
    return new Promise((resolve, reject) => {
      this.pending.push({ key, resolve, reject });
      if (!this.scheduled) {
        this.scheduled = true;
        setTimeout(() => this.flush(), 10);
      }
    });
  }

  async flush() {
    const jobs = this.pending;
    this.pending = [];
    this.scheduled = false;
    for (let start = 0; start < jobs.length; start += this.maxSize) {
      const chunk = jobs.slice(start, start + this.maxSize);
      try {
        const values = await this.loadMany(chunk.map((job) => job.key));
        chunk.forEach((job, i) => {
          const value = values[i];
          if (value === null) job.reject(new RangeError(`no author ${job.key}`));
          else job.resolve(value);
        });
      } catch (err) {
        chunk.forEach((job) => job.reject(err));
      }
    }
  }
}

const AUTHORS = ["Woolf", "Borges", "Calvino", "Lem", "Le Guin"];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function loadAuthors(ids) {
  console.log(`SELECT ... WHERE id IN (${ids.join(", ")})`);
  await sleep(20);
  return ids.map((id) => AUTHORS[id] ?? null);
}

async function main() {
  const loader = new BatchLoader(loadAuthors);

  const names = await Promise.all([0, 2, 4, 1].map((id) => loader.load(id)));
  console.log(names.join(", "));

  const outcomes = await Promise.allSettled([loader.load(3), loader.load(9)]);
  for (const { status, value, reason } of outcomes) {
    console.log(status === "fulfilled" ? `found ${value}` : `failed: ${reason.message}`);
  }
}

main();
