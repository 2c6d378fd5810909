// A handler that is attached at once keeps the program alive; the error comes later.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fails() {
  await sleep(5);
  throw new Error("early");
}

async function main() {
  const job = fails();
  job.catch(() => {});
  await sleep(20);
  try {
    await job;
  } catch (error) {
    console.log("caught", error.message);
  }
}

main();
