// Runs JavaScript programs one after the other in this process (see batch.py).
//
// Reads {"files": [...]} from stdin; writes a list to stdout: for each file what it printed,
// or null where the program did anything that a process of its own is needed for: it failed,
// left early, or went to another folder.

import { Console } from "node:console";
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const input = [];
for await (const part of process.stdin) {
  input.push(part);
}
const { files } = JSON.parse(Buffer.concat(input).toString());

const require = createRequire(import.meta.url);
const results = [];
const folder = process.cwd();
const known = new Set(Object.getOwnPropertyNames(globalThis));
let current = null;

function capture(name) {
  process[name].write = (chunk, encoding, callback) => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    current[name] += text;
    const done = typeof encoding === "function" ? encoding : callback;
    if (done) {
      process.nextTick(done);
    }
    return true;
  };
}

function spoil() {
  current.alone = true;
}

capture("stdout");
capture("stderr");
process.exit = () => {
  spoil();
  throw new Error("ends here");
};
process.abort = process.exit;
process.on("uncaughtException", spoil);
process.on("unhandledRejection", spoil);

function next() {
  if (current !== null) {
    const { stdout, stderr, alone, importing } = current;
    // What is still being imported waits for what never comes.
    const clean = !alone && !importing && !process.exitCode && process.cwd() === folder;
    results.push(clean ? { stdout, stderr } : null);
    process.exitCode = undefined;
    process.chdir(folder);
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!known.has(name)) {
        delete globalThis[name];
      }
    }
  }
  if (results.length === files.length) {
    writeAll(JSON.stringify(results));
    process.removeListener("beforeExit", next);
    return;
  }
  const file = files[results.length];
  current = { stdout: "", stderr: "", alone: false };
  // Groups, counts and timers of a console are its own.
  globalThis.console = new Console(process.stdout, process.stderr);
  // A timer, so that there is something to wait for until the program has begun.
  setTimeout(() => begin(file), 0);
}

function begin(file) {
  if (file.endsWith(".mjs")) {
    const own = current;
    own.importing = true;
    import(pathToFileURL(file).href).then(() => (own.importing = false), spoil);
    return;
  }
  try {
    require(file);
  } catch {
    spoil();
  }
}

function writeAll(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    rest = rest.subarray(writeSync(1, rest));
  }
}

process.on("beforeExit", next);
next();
