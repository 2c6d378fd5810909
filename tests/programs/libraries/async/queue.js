const async = require("async");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const queue = async.queue(async (task) => {
    console.log(`> ${task.name}`);
    await sleep(task.ms);
    console.log(`< ${task.name}`);
  }, 2);
  queue.push({ name: "a", ms: 120 });
  queue.push({ name: "b", ms: 40 });
  queue.push({ name: "c", ms: 160 });
  console.log("pushed", queue.length());
  await queue.drain();
  console.log("drained", queue.running());
  await queue.push({ name: "d", ms: 10 });
  console.log("end");
}

main();
