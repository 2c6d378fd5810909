// The message of no error at all is a TypeError; what was read from is there.
const attempt = (action) => {
  try {
    return action();
  } catch (error) {
    return error instanceof TypeError;
  }
};
const message = (err) => err.message;
const name = (err) => err.name;
console.log(attempt(() => message(new Error("a"))), attempt(() => message(null)));
console.log(attempt(() => name(new RangeError("a"))), attempt(() => name(undefined)));
const empty = (xs) => xs.length === 0;
const filled = (xs) => (xs.length ? "some" : "none");
console.log(attempt(() => empty([])), attempt(() => empty(null)), attempt(() => filled(null)));
const text = (s) => !s.length;
console.log(attempt(() => text("")), attempt(() => text(undefined)));
const queues = new Map([["a", [1]]]);
const take = (key) => {
  const queue = queues.get(key);
  const item = queue.shift();
  if (queue.length === 0) queues.delete(key);
  return item;
};
console.log(take("a"), queues.size, attempt(() => take("b")));
