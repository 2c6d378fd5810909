// An error in queueMicrotask ends the program before the jobs behind it.
queueMicrotask(() => {
  console.log("one");
  throw new Error("stop");
});
queueMicrotask(() => console.log("never"));
process.nextTick(() => console.log("tick"));
