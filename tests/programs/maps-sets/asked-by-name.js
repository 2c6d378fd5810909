// What a Map holds is no property of it.
const m = new Map([["a", 1]]);
console.log("a" in m);
console.log(m.hasOwnProperty("a"));
for (const key in m) console.log(key);
const [x] = [m, ["q"]][m.size - 1];
console.log(x);
