function* numbers() {
  try {
    let n = 0;
    while (true) yield n++;
  } finally {
    console.log("closed");
  }
}
for (const n of numbers()) {
  if (n === 2) break;
  console.log(n);
}
const [a, b] = numbers();
console.log(a, b);
const it = numbers();
it.next();
const end = it.return("early");
console.log(end.value, end.done);
