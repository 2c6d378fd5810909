// An error of a callback ends the program at once.
setTimeout(() => {
  Promise.resolve().then(() => console.log("never"));
  throw new Error("out");
}, 1);
setTimeout(() => console.log("never either"), 5);
console.log("start");
