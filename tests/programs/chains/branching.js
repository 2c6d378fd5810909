const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const base = later(20, 5);
const left = base.then((x) => later(40, `left ${x}`));
const right = base.then((x) => `right ${x}`);
right.then(console.log);
left.then((text) => console.log(text));
Promise.all([left, right, base]).then(([l, r, b]) => console.log(l.length, r.length, b));
console.log("wired");
