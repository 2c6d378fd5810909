const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fail() {
  await sleep(10);
  throw new Error("nobody listens");
}

fail();
setTimeout(() => console.log("never printed"), 60);
console.log("started");
