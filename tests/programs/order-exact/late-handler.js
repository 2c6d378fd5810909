// A rejection is handled in time as long as the jobs are not through.
const failing = Promise.reject(new Error("late"));
Promise.resolve()
  .then(() => null)
  .then(() => failing.catch((e) => console.log("handled", e.message)));
setTimeout(() => console.log("still alive"), 2);
