Promise.resolve()
  .then(() => console.log("resolved nothing"))
  .then(() => Promise.reject("plain text"))
  .catch((reason) => {
    console.log(reason);
    return [1, 2];
  })
  .then(([a, b]) => a + b)
  .then((sum) => console.log(sum));
const adopted = Promise.resolve(Promise.resolve(7));
setTimeout(() => adopted.then((x) => console.log(x)), 20);
