// A module that waits forever ends with exit code 13.
setTimeout(() => console.log("timer"), 2);
console.log("top");
await new Promise(() => {});
console.log("never");
