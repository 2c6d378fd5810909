// Two timers that are due together: the jobs of the first run before the second.
setTimeout(() => {
  console.log("first");
  Promise.resolve().then(() => console.log("job of first")).then(() => console.log("second job of first"));
}, 5);
setTimeout(() => console.log("second"), 5);
setTimeout(() => console.log("sooner"), 3);
let rounds = 0;
const interval = setInterval(async () => {
  rounds += 1;
  console.log("round", rounds);
  await null;
  console.log("after", rounds);
  if (rounds === 3) clearInterval(interval);
}, 20);
const never = setTimeout(() => console.log("never"), 6);
clearTimeout(never);
