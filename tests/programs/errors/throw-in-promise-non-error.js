async function fail(value) {
  throw value;
}
async function main() {
  for (const value of ["text", 0, null, { status: 500 }]) {
    try {
      await fail(value);
    } catch (err) {
      console.log(err === value, typeof err);
    }
  }
  const [result] = await Promise.allSettled([fail("why")]);
  console.log(result.status, result.reason);
}
main();
