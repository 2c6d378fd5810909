"use strict";

// Async generators that own a resource, and close it however the reader leaves.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Connection {
  static open = 0;

  constructor(name) {
    this.name = name;
    Connection.open++;
    console.log(`open ${name}`);
  }

  close() {
    Connection.open--;
    console.log(`close ${this.name}`);
  }
}

async function* readLines(name, lines) {
  const connection = new Connection(name);
  try {
    for (const [index, line] of lines.entries()) {
      await sleep(10);
      if (line === "CORRUPT") throw new Error(`${name}: bad line ${index + 1}`);
      yield line;
    }
  } finally {
    connection.close();
  }
}

/** Groups what comes from the source into arrays of a size. */
async function* chunks(source, size) {
  let chunk = [];
  for await (const item of source) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

async function findFirst(source, test) {
  for await (const item of source) {
    if (test(item)) return item;
  }
  return undefined;
}

async function main() {
  for await (const chunk of chunks(readLines("full.txt", ["a", "b", "c"]), 2)) {
    console.log(chunk.join("+"));
  }

  const hit = await findFirst(readLines("early.txt", ["red", "green", "blue"]), (s) => s.startsWith("g"));
  console.log(`found ${hit}`);

  try {
    for await (const line of readLines("broken.txt", ["fine", "CORRUPT", "never"])) {
      console.log(line);
    }
  } catch (err) {
    console.log(err.message);
  }

  const none = await findFirst(readLines("empty.txt", []), () => true);
  console.log(none === undefined, `still open: ${Connection.open}`);
}

main();
