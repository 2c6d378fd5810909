// Ten thousand jobs, a hundred at a time.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function download(n) {
  await sleep(0);
  return n + 1;
}

async function main() {
  const results = [];
  let next = 0;
  async function worker() {
    while (next < 10000) {
      const job = next++;
      results[job] = await download(job);
    }
  }
  await Promise.all(Array.from({ length: 100 }, () => worker()));
  console.log(results.length, results[9999]);
}

main();
