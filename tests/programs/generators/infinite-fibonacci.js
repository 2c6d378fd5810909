function* fibonacci() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}
const first = [];
for (const f of fibonacci()) {
  if (f > 100) break;
  first.push(f);
}
console.log(first.join(" "));
