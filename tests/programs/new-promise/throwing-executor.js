const broken = new Promise((resolve) => {
  throw new RangeError("in executor");
});
broken.catch((err) => console.log(err.name, err.message));
const saved = new Promise((resolve) => {
  resolve("kept");
  throw new Error("ignored");
});
saved.then((v) => console.log(v));
