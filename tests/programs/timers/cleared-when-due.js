// Timers that are due together: one of them stops another; a callback starts one.
const order = [];
let second;
setTimeout(() => {
  order.push("first");
  clearTimeout(second);
  setTimeout(() => order.push("started late"), 5);
}, 10);
second = setTimeout(() => order.push("second"), 10);
setTimeout(() => order.push("third"), 10);

let rounds = 0;
const interval = setInterval(
  (step) => {
    rounds += step;
    if (rounds === 6) clearInterval(interval);
  },
  4,
  2,
);

const never = setTimeout(() => order.push("never"), 60);
clearTimeout(never);
clearTimeout(never);
clearTimeout(undefined);

setTimeout(() => console.log(order.join(", "), rounds), 80);
