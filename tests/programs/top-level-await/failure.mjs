console.log("start");
await Promise.resolve();
try {
  await Promise.reject(new Error("caught"));
} catch (err) {
  console.log(err.message);
}
await Promise.reject(new Error("fatal"));
console.log("never");
