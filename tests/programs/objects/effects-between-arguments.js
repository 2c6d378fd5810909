// All arguments are evaluated before any of them is shown.
const list = [3, 1, 2];
console.log(list, list.push(4), list, list.sort(), list.length);
const o = { a: 1, b: 2 };
console.log("b" in o, delete o.b, "b" in o, o);
const bag = new Object();
for (const n of [1, 2, 1]) {
  if (n in bag) bag[n] += 1;
  else bag[n] = 1;
}
console.log(bag, bag[1], bag["2"], Object.keys(bag));
