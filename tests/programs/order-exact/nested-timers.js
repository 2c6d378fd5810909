// Timers made by timers; the time counts from the call.
const log = (text) => console.log(text);
setTimeout(() => {
  log("A 10");
  setTimeout(() => log("C 10 + 190"), 190);
  setTimeout(log, 90, "B 10 + 90");
  Promise.resolve().then(() => {
    log("job of A");
    setTimeout(() => log("D 10 + 490"), 490);
  });
}, 10);
setTimeout(() => log("E 300"), 300);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  await sleep(400);
  log("F 400");
  await sleep(200);
  log("G 600");
})();
