// In a module the jobs come before the ticks, and the top may wait.
process.nextTick(() => console.log("tick"));
Promise.resolve().then(() => console.log("job"));
queueMicrotask(() => console.log("micro"));
console.log("top");
const value = await Promise.resolve(5);
console.log("after await", value);
process.nextTick(() => console.log("tick 2"));
await null;
console.log("after null");
await new Promise((resolve) => setTimeout(resolve, 2));
console.log("after timer");
