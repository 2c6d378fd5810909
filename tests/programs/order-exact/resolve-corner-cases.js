// Resolving with oneself, with thenables that throw or call twice, with null.
let settle;
const self = new Promise((resolve) => {
  settle = resolve;
});
self.catch((e) => console.log(e instanceof TypeError, e.message));
Promise.resolve().then(() => settle(self));
const throwing = {
  then(resolve) {
    resolve("kept");
    throw new Error("dropped");
  },
};
Promise.resolve(throwing).then((v) => console.log("throwing", v));
const twice = {
  then(resolve, reject) {
    resolve(Promise.resolve("one"));
    resolve("two");
    reject(new Error("three"));
  },
};
Promise.resolve(twice).then((v) => console.log("twice", v));
Promise.resolve(null).then((v) => console.log("null", v === null));
Promise.reject(undefined).catch((e) => console.log("undefined", e === undefined));
const notCallable = { then: 5 };
Promise.resolve(notCallable).then((v) => console.log("not callable", v.then));
Promise.all([1, throwing, twice]).then((all) => console.log(all.join(" ")));
Promise.resolve("passed").then(null, null).then(undefined).catch().then((v) => console.log(v));
