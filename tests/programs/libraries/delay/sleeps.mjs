import delay from "delay";
import { promisify } from "node:util";

const pause = promisify(setTimeout);

async function say(text, ms) {
  await delay(ms);
  console.log(text);
}

await Promise.all([say("second", 60), say("first", 20), say("third", 100)]);
console.log(await delay(10, { value: "a value" }));
await pause(10);
console.log(await pause(5, "promisified"));
const later = delay(20).then(() => "chained");
console.log("now");
console.log(await later);
