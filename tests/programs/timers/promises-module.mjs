import { setTimeout as sleep, setImmediate as immediate, setInterval as every, scheduler } from "node:timers/promises";

console.log(await sleep(5, "slept"));
console.log(await immediate("at once"));
let rounds = 0;
for await (const text of every(3, "tick")) {
  console.log(text);
  rounds += 1;
  if (rounds === 3) break;
}
await scheduler.wait(3);
await scheduler.yield();
const [a, b] = await Promise.all([sleep(8, "a"), sleep(2, "b")]);
console.log(a, b);
for await (const nothing of every(2)) {
  console.log(nothing === undefined);
  break;
}
