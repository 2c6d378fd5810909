// A queue that is waited for, with priorities, paused and started again.
import PQueue from "p-queue";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function job(name, ms) {
  console.log(`> ${name}`);
  await sleep(ms);
  console.log(`< ${name}`);
  return name;
}

const queue = new PQueue({ concurrency: 2 });
queue.add(() => job("a", 200));
queue.add(() => job("b", 80));
queue.add(() => job("c", 250));
queue.add(() => job("d", 40), { priority: 1 });
console.log("added", queue.size, queue.pending);
await queue.onIdle();
console.log("idle", queue.size, queue.pending);

const value = await queue.add(() => job("e", 10));
console.log(value);
const all = await queue.addAll([() => job("f", 40), () => job("g", 10)]);
console.log(all.join(" "));

queue.pause();
const waiting = queue.add(() => job("h", 10));
await sleep(20);
console.log("paused", queue.isPaused, queue.size);
queue.start();
console.log(await waiting);

queue.add(() => job("i", 20));
queue.add(() => job("j", 20));
queue.add(() => job("never", 20));
queue.clear();
await queue.onEmpty();
console.log("empty");
await queue.onIdle();
try {
  await queue.add(async () => {
    await sleep(5);
    throw new Error("job failed");
  });
} catch (error) {
  console.log(error.message);
}
