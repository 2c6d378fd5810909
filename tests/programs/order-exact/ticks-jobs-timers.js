// process.nextTick before jobs, timers and immediates after all of them.
setTimeout(() => console.log("timeout 1"), 1);
setTimeout(() => {
  console.log("timeout 0");
  process.nextTick(() => console.log("tick in timeout"));
  Promise.resolve().then(() => console.log("job in timeout"));
  setImmediate(() => console.log("immediate in timeout"));
}, 0);
setTimeout(() => console.log("timeout 60"), 60);
Promise.resolve().then(() => {
  console.log("job 1");
  process.nextTick(() => console.log("tick in job"));
  queueMicrotask(() => console.log("micro in job"));
});
process.nextTick((a, b) => {
  console.log("tick 1", a, b);
  Promise.resolve().then(() => console.log("job in tick"));
  process.nextTick(() => console.log("tick in tick"));
}, "x", "y");
queueMicrotask(() => console.log("micro 1"));
(async () => {
  console.log("sync part");
  await null;
  console.log("async part");
})();
console.log("script end");
