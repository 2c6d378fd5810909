const later = (ms, value, fail) =>
  new Promise((resolve, reject) => setTimeout(() => (fail ? reject(new Error(value)) : resolve(value)), ms));
async function main() {
  console.log(await Promise.any([later(20, "bad", true), later(60, "good"), later(100, "late")]));
  try {
    await Promise.any([later(40, "one", true), later(20, "two", true)]);
  } catch (err) {
    console.log(err.name, err.errors.map((e) => e.message), err instanceof AggregateError);
  }
  await Promise.any([]).catch((err) => console.log(err.errors.length, err.message));
}
main();
