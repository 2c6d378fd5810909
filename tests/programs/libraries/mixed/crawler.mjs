// Several libraries in one program: limits in chains, retries within limits, a lock around a file.
import pLimit from "p-limit";
import pMap from "p-map";
import pRetry, { AbortError } from "p-retry";
import pTimeout from "p-timeout";
import delay from "delay";
import { Mutex } from "async-mutex";

const limit = pLimit(2);
const lock = new Mutex();
const lines = [];
const attempts = new Map();

async function fetchPage(url) {
  const count = (attempts.get(url) ?? 0) + 1;
  attempts.set(url, count);
  await delay(10);
  if (url === "/missing") throw new AbortError(`${url} is missing`);
  if (url === "/flaky" && count < 3) throw new Error(`${url} failed ${count}`);
  return `${url} in ${count}`;
}

function load(url) {
  return limit(() => pRetry(() => fetchPage(url), { retries: 4, minTimeout: 5 }));
}

async function save(text) {
  await lock.runExclusive(async () => {
    const size = lines.length;
    await delay(5);
    lines.push(`${size}: ${text}`);
  });
}

async function crawl(urls) {
  const settled = await Promise.allSettled(urls.map((url) => load(url)));
  for (const result of settled) {
    if (result.status === "fulfilled") await save(result.value);
    else await save(`error: ${result.reason.message}`);
  }
}

class Saver {
  constructor() {
    this.limit = pLimit(1);
  }

  save(text) {
    return this.limit(async () => {
      await delay(5);
      lines.push(text);
      return lines.length;
    });
  }
}

await crawl(["/", "/flaky", "/missing", "/about"]);
const upper = await pMap([1, 2, 3], async (n) => limit(() => n * n), { concurrency: 3 });
console.log(upper.join(" "));
const saver = new Saver();
const counts = await Promise.all(["x", "y"].map((text) => saver.save(text)));
console.log(counts.join(" "));
const chained = await limit(() => fetchPage("/chained")).then((text) => text.toUpperCase());
console.log(chained);
const caught = await limit(() => fetchPage("/missing")).catch((error) => `caught ${error.message}`);
console.log(caught);
const job = limit(() => fetchPage("/job"));
try {
  console.log(await pTimeout(job, { milliseconds: 200 }));
  await pTimeout(delay(300), { milliseconds: 30 });
} catch (error) {
  console.log(error.message);
}
await save("end");
for (const line of lines) console.log(line);
