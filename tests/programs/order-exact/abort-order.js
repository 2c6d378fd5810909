// Listeners of a signal run at once; what waits for it goes on in jobs.
const controller = new AbortController();
const { signal } = controller;
const aborted = new Promise((resolve, reject) => {
  signal.addEventListener("abort", () => {
    console.log("listener");
    reject(signal.reason);
  });
});
aborted.catch((e) => console.log("rejected", e.name));
Promise.resolve().then(() => {
  console.log("before abort");
  controller.abort();
  console.log("after abort", signal.aborted);
});
Promise.resolve().then(() => console.log("job")).then(() => console.log("next job"));
