const fns = [];
for (let i = 0; i < 3; i++) {
  let total = i * 10;
  total += 1;
  fns.push(() => total + i);
}
console.log(fns.map((f) => f()).join());
const counters = [];
for (const name of ["a", "b"]) {
  let count = 0;
  if (name === "skip") continue;
  counters.push(() => {
    count++;
    return `${name}${count}`;
  });
}
console.log(counters[0](), counters[0](), counters[1](), counters[0]());
const gets = [];
let n = 0;
while (n < 3) {
  let value = n;
  gets.push({ get: () => value, set: (v) => { value = v; } });
  n++;
}
gets[1].set(42);
console.log(gets.map((g) => g.get()).join(" "));
