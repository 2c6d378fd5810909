// Timers made by timers; the time counts from the call.
const log = (text) => console.log(text);
setTimeout(() => {
  log("A 10");
  setTimeout(() => log("C 10 + 90"), 90);
  setTimeout(log, 30, "B 10 + 30");
  Promise.resolve().then(() => {
    log("job of A");
    setTimeout(() => log("D 10 + 170"), 170);
  });
}, 10);
setTimeout(() => log("E 130"), 130);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => {
  await sleep(70);
  log("F 70");
  await sleep(150);
  log("G 220");
})();
