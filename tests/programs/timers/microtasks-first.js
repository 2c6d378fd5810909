setTimeout(() => console.log("timer"), 0);
Promise.resolve().then(() => console.log("microtask"));
queueMicrotask(() => console.log("queued"));
setImmediate(() => setTimeout(() => console.log("later"), 20));
console.log("sync");
