const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function risky(n) {
  await sleep(5);
  if (n % 2) throw new Error(`odd ${n}`);
  return n;
}
async function safe(n) {
  try {
    return await risky(n);
  } catch (err) {
    return err.message;
  } finally {
    console.log("tried", n);
  }
}
async function notAwaited(n) {
  try {
    return risky(n); // the rejection passes by
  } catch {
    return "never";
  }
}
async function main() {
  console.log(await safe(1), await safe(2));
  await notAwaited(3).catch((err) => console.log("outside:", err.message));
}
main();
