const sleep = "not a function";
const race = [1];
const task = { done: true };
const future = () => task;
const loop = 1;
const self = 2;
const cls = 3;
const numberToString = (x) => `my ${x}`;
console.log(sleep, race, future().done, loop + self + cls, numberToString(4 / 2), `${4 / 2} ${7 / 2}`);
