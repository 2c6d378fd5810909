"use strict";

const metrics = require("acme-metrics");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function rebuildIndex() {
  await sleep(5);
  metrics.increment("documents", 3);
  return "index rebuilt";
}

async function sendMails() {
  await sleep(2);
  throw new Error("no connection");
}

async function main() {
  /** @type {string} */
  const state = await metrics.timed("index", rebuildIndex);
  console.log(state);
  try {
    await metrics.timed("mails", sendMails);
  } catch (error) {
    console.log(`mails: ${error.message}`);
  }
  metrics.increment("nights");
  for (const [name, count] of metrics.snapshot()) {
    console.log(`${name}: ${count}`);
  }
}

main();
