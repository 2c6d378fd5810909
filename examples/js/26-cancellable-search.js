"use strict";

// Search as you type: each new query aborts the one before it.

function delay(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Error("aborted"));
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("aborted"));
    });
  });
}

const INDEX = ["promise", "prompt", "process", "proxy", "python", "pyramid"];

async function search(text, signal) {
  await delay(50, signal);
  return INDEX.filter((word) => word.startsWith(text));
}

class SearchBox {
  constructor() {
    this.controller = null;
    this.log = [];
  }

  async type(text) {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    try {
      const hits = await search(text, controller.signal);
      this.log.push(`${text}: ${hits.join(", ") || "nothing"}`);
    } catch (err) {
      this.log.push(`${text}: ${err.message}, signal ${controller.signal.aborted}`);
    }
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const box = new SearchBox();
  const typed = [];
  for (const [text, pause] of [["p", 20], ["pr", 20], ["pro", 90], ["px", 20], ["py", 0]]) {
    typed.push(box.type(text));
    await sleep(pause);
  }
  await Promise.all(typed);
  for (const line of box.log) {
    console.log(line);
  }
}

main();
