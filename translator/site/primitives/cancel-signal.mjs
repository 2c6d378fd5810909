import { setTimeout as sleep } from "node:timers/promises";

async function download(signal) {
  try {
    await sleep(1000, undefined, { signal });
    console.log("downloaded");
  } catch (err) {
    console.log(err.name);
  }
}

async function main() {
  const controller = new AbortController();
  const running = download(controller.signal);
  await sleep(10);
  controller.abort();
  await running;
}

main();
