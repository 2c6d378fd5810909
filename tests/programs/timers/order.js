setTimeout(() => console.log("40"), 40);
setTimeout(() => console.log("10"), 10);
const id = setTimeout(() => console.log("cleared"), 25);
setTimeout((a, b) => console.log("args", a, b), 70, "x", 2);
clearTimeout(id);
clearTimeout(undefined);
console.log("sync");
