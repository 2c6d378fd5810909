const list = [];
let n = 3;
while (n > 0) {
  const copy = n * 10;
  list.push(() => copy + n);
  n--;
}
console.log(list.map((f) => f()).join(" "));
