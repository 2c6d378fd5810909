const log = [];
let n = 0;
outer: while (true) {
  n++;
  for (const x of [1, 2, 3]) {
    try {
      if (x === 2 && n < 3) continue outer;
      if (x === 3) break outer;
      log.push(`${n}.${x}`);
    } finally {
      log.push("f");
    }
  }
}
console.log(log.join(" "), n);
