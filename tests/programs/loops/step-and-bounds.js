for (let i = 10; i >= 0; i -= 4) console.log("down", i);
for (let x = 0; x < 1; x += 0.25) console.log(x);
const list = ["a", "b"];
for (let i = 0; i < list.length; i++) {
  if (list.length < 5) list.push(list[i] + i);
}
console.log(list);
let end = 3;
for (let i = 0; i < end; i++) {
  if (i === 1) end = 2;
  console.log("bound", i, end);
}
