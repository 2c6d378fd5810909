// The executor runs at once; the first call of resolve or reject counts.
const order = new Promise((resolve, reject) => {
  console.log("executor");
  resolve("first");
  resolve("second");
  reject(new Error("third"));
  console.log("executor end");
});
order.then((v) => console.log(v));
const thrown = new Promise(() => {
  throw new Error("thrown");
});
thrown.catch((e) => console.log(e.message));
const adopted = new Promise((resolve) => resolve(Promise.resolve("adopted")));
adopted.then((v) => console.log(v));
new Promise((resolve) => setTimeout(resolve, 3, "timer")).then((v) => console.log(v));
const { promise, resolve } = (() => {
  let settle;
  const made = new Promise((r) => {
    settle = r;
  });
  return { promise: made, resolve: settle };
})();
promise.then((v) => console.log("deferred", v));
resolve(42);
let chain = Promise.resolve();
for (let i = 1; i <= 4; i++) chain = chain.then(() => console.log("tick", i));
console.log("script end");
