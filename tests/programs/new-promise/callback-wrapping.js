function readConfig(name, callback) {
  setTimeout(() => {
    if (name === "") callback(new Error("no name"));
    else callback(null, { name, size: name.length });
  }, 10);
}
const promisify = (fn) => (...args) =>
  new Promise((resolve, reject) => fn(...args, (err, value) => (err ? reject(err) : resolve(value))));
const read = promisify(readConfig);
read("abc")
  .then(({ size }) => console.log(size))
  .then(() => read(""))
  .catch((err) => console.log(err.message));
