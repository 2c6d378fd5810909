// A race of nothing never ends; losers that fail later are no unhandled rejections.
Promise.race([]).then(() => console.log("never"));
Promise.race([Promise.resolve("won"), Promise.reject(new Error("lost"))]).then((v) => console.log(v));
Promise.all([Promise.reject(new Error("a")), Promise.reject(new Error("b"))]).catch((e) => console.log(e.message));
Promise.any([Promise.reject(new Error("x")), Promise.reject(new Error("y"))]).catch((e) =>
  console.log(e.name, e.errors.map((x) => x.message).join()),
);
setTimeout(() => console.log("end"), 1);
