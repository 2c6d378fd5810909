"use strict";

// Events pass through stages, each of which may change, drop or split them.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} line */
function parse(line) {
  const [kind, subject, amount = "1"] = line.split(":");
  return { kind, subject, amount: Number(amount) };
}

const dropPings = async (event) => (event.kind === "ping" ? [] : [event]);

const split = async (event) => {
  if (event.kind !== "batch") return [event];
  return event.subject.split("+").map((subject) => ({ ...event, kind: "add", subject }));
};

async function enrich(event) {
  await sleep(10);
  return [{ ...event, label: `${event.kind.toUpperCase()} ${event.subject}` }];
}

function createPipeline(...stages) {
  const counters = stages.map(() => 0);

  async function push(event) {
    let current = [event];
    for (const [index, stage] of stages.entries()) {
      const next = [];
      for (const item of current) {
        next.push(...(await stage(item)));
      }
      counters[index] += next.length;
      current = next;
    }
    return current;
  }

  return { push, counters };
}

async function main() {
  const lines = ["add:apple:3", "ping:server", "batch:pear+plum:2", "remove:apple"];
  const pipeline = createPipeline(dropPings, split, enrich);
  const totals = {};

  for (const line of lines) {
    const events = await pipeline.push(parse(line));
    if (events.length === 0) {
      console.log(`(dropped ${line})`);
      continue;
    }
    for (const { label, subject, kind, amount } of events) {
      console.log(`${label} x${amount}`);
      totals[subject] = (totals[subject] ?? 0) + (kind === "remove" ? -amount : amount);
    }
  }

  for (const [subject, total] of Object.entries(totals)) {
    console.log(`${subject}: ${total}`);
  }
  console.log(`after each stage: ${pipeline.counters.join(", ")}`);
}

main();
