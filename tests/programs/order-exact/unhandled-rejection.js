// A rejection that nobody handles ends the program once the jobs are through.
Promise.resolve().then(() => console.log("job"));
async function fails() {
  await null;
  throw new Error("nobody looks");
}
fails();
setTimeout(() => console.log("never"), 5);
process.nextTick(() => console.log("tick"));
