// Workers that share a counter; each puts what it got where it belongs.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function load(n) {
  await sleep(n % 2 ? 30 : 10);
  return n * n;
}

async function pool(count, size) {
  const results = [];
  let next = 0;
  async function worker(name) {
    while (next < count) {
      const job = next++;
      console.log(`worker ${name} takes ${job}`);
      results[job] = await load(job);
    }
    return name;
  }
  console.log("before");
  const names = await Promise.all(Array.from({ length: size }, (_, i) => worker(i)));
  console.log(names, results);
}

async function main() {
  await pool(5, 2);
  const seen = [];
  const late = Promise.all(
    Array.from({ length: 2 }, async (_, i) => {
      seen.push(i);
      await sleep(10);
      return seen.length;
    }),
  );
  console.log("under way", seen);
  console.log(await late);
}

main();
