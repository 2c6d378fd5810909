// p-all and p-series: functions in a literal, in a list, with a limit.
import pAll from "p-all";
import pSeries from "p-series";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function step(name, ms) {
  console.log(`> ${name}`);
  await sleep(ms);
  console.log(`< ${name}`);
  return name;
}

const [a, b] = await pAll([() => step("a", 120), () => step("b", 40)]);
console.log(a, b);

const tasks = [200, 60, 200, 120].map((ms, i) => () => step(`task ${i}`, ms));
const results = await pAll(tasks, { concurrency: 2 });
console.log(results.join(", "));
const again = await pAll(tasks);
console.log(again.length);

const inTurn = await pSeries([() => step("first", 30), async () => "second", () => step("third", 10)]);
console.log(inTurn.join(", "));
const listed = await pSeries(tasks.slice(0, 2));
console.log(listed.join(", "));
