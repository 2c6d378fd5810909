const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
setTimeout(async () => {
  console.log("woke");
  await sleep(20);
  console.log("finished");
}, 40);
sleep(10).then(() => console.log("slept"));
