// finally passes value and error on, and takes ticks of its own.
const log = (text) => () => console.log(text);
Promise.resolve("v").finally(log("f1")).then((v) => console.log("value", v));
Promise.reject(new Error("e")).finally(log("f2")).catch((e) => console.log("error", e.message));
Promise.resolve(1).finally(() => { throw new Error("from finally"); }).catch((e) => console.log(e.message));
Promise.resolve(2).finally(() => Promise.resolve("ignored")).then((v) => console.log("still", v));
(async () => {
  try {
    await null;
    console.log("body");
  } finally {
    await null;
    console.log("clean");
  }
})().then(log("done"));
let chain = Promise.resolve();
for (let i = 1; i <= 7; i++) chain = chain.then(log("tick " + i));
