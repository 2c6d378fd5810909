function run(fail) {
  const log = [];
  try {
    log.push("try");
    if (fail) throw new Error("no");
    log.push("done");
  } catch {
    log.push("catch");
  } finally {
    log.push("finally");
  }
  return log.join(" ");
}
console.log(run(false));
console.log(run(true));
