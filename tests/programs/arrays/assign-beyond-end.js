const list = ["a"];
list[1] = "b";
list[list.length] = "c";
console.log(list, list.length);
const counts = [];
for (const n of [0, 1, 1, 2]) counts[n] = (counts[n] || 0) + 1;
console.log(counts);
