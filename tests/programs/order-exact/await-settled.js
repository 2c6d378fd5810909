// Each await of a settled promise or a plain value gives way for one tick.
async function steps(name, values) {
  for (const value of values) {
    console.log(name, await value);
  }
}
console.log("start");
steps("plain", [1, 2, 3]);
steps("promises", [Promise.resolve("a"), Promise.resolve("b"), Promise.resolve("c")]);
steps("mixed", [1, Promise.resolve("x"), null]);
console.log("end");
