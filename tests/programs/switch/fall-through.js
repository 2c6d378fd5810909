function classify(n) {
  const out = [];
  switch (n) {
    case 1:
      out.push("one");
    case 2:
      out.push("two");
      break;
    default:
      out.push("default");
    case 3:
      out.push("three");
  }
  return out.join("+");
}
for (const n of [1, 2, 3, 4]) console.log(n, classify(n));
