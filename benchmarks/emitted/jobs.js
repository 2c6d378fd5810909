// Workers that take jobs from a queue, which grows while they work.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const queue = [];
  for (let i = 0; i < 2000; i++) queue.push({ id: i, depth: 0 });
  const done = [];

  async function worker() {
    while (queue.length > 0) {
      const job = queue.shift();
      await sleep(0);
      if (job.depth < 2 && job.id % 4 === 0) {
        queue.push({ id: job.id / 4, depth: job.depth + 1 });
      }
      done.push(job.id);
    }
  }

  await Promise.all(Array.from({ length: 20 }, () => worker()));
  let total = 0;
  for (const id of done) total += id;
  console.log(done.length, total);
}

main();
