const log = [];
outer: for (const [i, x] of ["p", "q", "r"].entries()) {
  switch (x) {
    case "q":
      continue outer;
    default:
      log.push(i + x);
  }
  if (i === 2) break;
}
console.log(log);
