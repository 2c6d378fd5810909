// A top-level await that never goes on ends Node with code 13.
console.log("wait");
const gate = new Promise(() => {});
await gate;
console.log("never");
