// Each round has promises of its own, which are settled when later rounds have begun.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  const all = [];
  for (const n of [1, 2, 3]) {
    all.push(
      new Promise((resolve) => {
        setTimeout(() => {
          console.log("timer", n);
          resolve(n);
        }, 20 * n);
      }),
    );
  }
  for (const n of [4, 5]) {
    all.push(
      (async () => {
        await sleep(20 * n);
        return n;
      })().finally(() => console.log("finally", n)),
    );
    all.push(Promise.reject(new Error(`no ${n}`)).catch((err) => err.message + " for " + n));
  }
  for (const n of [6, 7]) {
    all.push(
      new Promise((_, reject) => setTimeout(() => reject(new Error("late " + n)), 20 * n)).catch(
        (err) => err.message,
      ),
    );
  }
  console.log(await Promise.all(all));
}
main();
