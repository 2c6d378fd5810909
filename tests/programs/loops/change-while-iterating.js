const queue = [3];
for (const n of queue) {
  if (n > 0) queue.push(n - 1);
}
console.log(queue);
const set = new Set([1]);
for (const n of set) {
  if (n < 4) set.add(n + 1);
}
console.log([...set]);
const map = new Map([["a", 1], ["b", 2]]);
for (const [key] of map) {
  map.delete(key);
}
console.log(map.size);
