"use strict";

// Download from the first mirror that works; try a second region if none does.

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const MIRRORS = {
  europe: [
    { host: "fra.example.org", ms: 20, files: [] },
    { host: "par.example.org", ms: 80, files: ["kernel.iso", "tools.zip"] },
    { host: "waw.example.org", ms: 50, files: ["kernel.iso"] },
  ],
  america: [
    { host: "nyc.example.org", ms: 70, files: ["legacy.tar"] },
    { host: "sao.example.org", ms: 40, files: [] },
  ],
};

async function download(mirror, file) {
  await sleep(mirror.ms);
  if (!mirror.files.includes(file)) {
    throw new Error(`${mirror.host} has no ${file}`);
  }
  return `${file} from ${mirror.host}`;
}

function fastest(region, file) {
  return Promise.any(MIRRORS[region].map((mirror) => download(mirror, file)));
}

async function fetchAnywhere(file) {
  for (const region of Object.keys(MIRRORS)) {
    try {
      return await fastest(region, file);
    } catch (err) {
      if (!(err instanceof AggregateError)) throw err;
      console.log(`${region}: ${err.errors.length} mirrors failed`);
      for (const { message } of err.errors) {
        console.log(`  - ${message}`);
      }
    }
  }
  return null;
}

async function main() {
  for (const file of ["kernel.iso", "tools.zip", "legacy.tar", "lost.txt"]) {
    const answer = await fetchAnywhere(file);
    console.log(answer ?? `${file} is nowhere to be found`);
  }
}

main();
