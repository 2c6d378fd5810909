// A function inside of a handler returns to its own caller.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  const total = await sleep(5).then(async () => {
    let sum = 0;
    for await (const x of [
      (async () => {
        return 1;
      })(),
      sleep(5).then(() => {
        return 2;
      }),
    ]) {
      sum += x;
    }
    const more = [3, 4].map((x) => {
      if (x > 3) return x * 10;
      return x;
    });
    console.log(sum, more);
    return sum + more.length;
  });
  console.log(total);
}
main();
