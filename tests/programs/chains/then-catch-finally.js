const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
later(10, 1)
  .then((x) => x + 1)
  .then((x) => later(10, x * 10))
  .then((x) => {
    console.log(x);
    throw new TypeError("broken");
  })
  .then(() => console.log("skipped"))
  .catch((err) => `recovered from ${err.message}`)
  .finally(() => console.log("finally sees nothing", "ok"))
  .then((x) => console.log(x));
