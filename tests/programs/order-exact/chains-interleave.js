// Chains take turns, a handler each.
Promise.resolve("a")
  .then((v) => (console.log(v, 1), v))
  .then((v) => (console.log(v, 2), Promise.resolve(v)))
  .then((v) => (console.log(v, 3), v))
  .finally(() => console.log("a finally"))
  .then((v) => console.log(v, 4));
Promise.resolve("b")
  .then((v) => (console.log(v, 1), v))
  .then((v) => (console.log(v, 2), v))
  .then((v) => (console.log(v, 3), v))
  .then((v) => (console.log(v, 4), v))
  .then((v) => (console.log(v, 5), v))
  .then((v) => (console.log(v, 6), v))
  .then((v) => (console.log(v, 7), v))
  .then((v) => (console.log(v, 8), v))
  .then((v) => (console.log(v, 9), v));
