// What can be seen of resolve and reject, besides that they are called.
new Promise((resolve, reject) => {
  console.log(resolve.length, reject.length, resolve.name === "", typeof reject);
  const kept = { resolve };
  kept.resolve("done");
  reject(new Error("too late"));
}).then((text) => console.log(text));
