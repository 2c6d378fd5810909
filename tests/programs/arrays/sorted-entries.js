// Copies that nobody sees are not made; those that somebody sees are.
const counts = new Map([["a", 1], ["b", 3], ["c", 2]]);
const rows = [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
console.log(rows.map(([key, n]) => `${key}${n}`).join(" "));
console.log([...counts.keys()].sort().join(""), [...counts].map(([key, n]) => key.repeat(n)).join(","));
for (const [key, n] of [...counts]) {
  if (n > 1) counts.delete(key);
}
console.log(counts.size);
const doubled = [...counts.keys()].map((key) => {
  counts.set(key + key, 2);
  return counts.size;
});
console.log(doubled.join(), counts.size);
