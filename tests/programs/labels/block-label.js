function check(n) {
  const log = [];
  test: {
    log.push("start");
    if (n > 5) break test;
    log.push("small");
    if (n === 0) break test;
    log.push("not zero");
  }
  log.push("end");
  return log.join(" ");
}
console.log(check(9));
console.log(check(0));
console.log(check(3));
