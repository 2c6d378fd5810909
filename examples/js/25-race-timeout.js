"use strict";

// A race between the work and a timer, with the timer cleared at the end.

class TimeoutError extends Error {
  constructor(label, ms) {
    super(`${label} took longer than ${ms} ms`);
    this.name = "TimeoutError";
    this.label = label;
  }
}

/**
 * Settles as `promise` does, or rejects after `ms` milliseconds.
 */
async function withTimeout(promise, ms, label) {
  let timer;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(label, ms)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function query(table, ms) {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      if (table === "secrets") {
        reject(new Error("permission denied"));
      } else {
        resolve({ table, rows: table.length * 3 });
      }
    }, ms);
  });
}

async function report(table, ms) {
  try {
    const { rows } = await withTimeout(query(table, ms), 60, `query of ${table}`);
    console.log(`${table}: ${rows} rows`);
    return rows;
  } catch (err) {
    if (err instanceof TimeoutError) {
      console.log(`too slow: ${err.message}`);
      return 0;
    }
    console.log(`failed: ${err.message}`);
    return -1;
  }
}

async function main() {
  const rows = [];
  rows.push(await report("users", 20));
  rows.push(await report("archive", 120));
  rows.push(await report("secrets", 30));
  console.log(rows);

  // Whoever comes first.
  const first = await Promise.race([query("left", 80), query("right", 40), query("middle", 60)]);
  console.log(`first: ${first.table}`);
}

main().finally(() => console.log("finished"));
