async function* count(n) {
  try {
    const told = yield n;
    console.log("told", told);
    yield n + 1;
  } finally {
    console.log("end of", n);
  }
}
async function main() {
  const steps = count(1);
  console.log(await steps.next());
  const { done, value } = await steps.next("this");
  console.log(done, value);
  console.log((await steps.next()).value);
  console.log(await steps.next());
  const early = count(5);
  console.log((await early.next("not heard")).value);
  console.log(await early.return("stop"), await early.next());
  const failing = count(8);
  await failing.next();
  try {
    await failing.throw(new Error("thrown in"));
  } catch (err) {
    console.log(err.message);
  }
}
main();
