// Immediates run one by one; what they add runs in the next round.
setImmediate(() => {
  console.log("one");
  Promise.resolve().then(() => console.log("job of one"));
  process.nextTick(() => console.log("tick of one"));
  setImmediate(() => console.log("next round"));
});
setImmediate((x) => console.log("two", x), 2);
const gone = setImmediate(() => console.log("never"));
clearImmediate(gone);
