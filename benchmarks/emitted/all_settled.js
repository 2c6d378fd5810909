// Some fail, all are looked at.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function check(n) {
  await sleep(0);
  if (n % 3 === 0) throw new Error(`no ${n}`);
  return n;
}

async function main() {
  const jobs = [];
  for (let i = 0; i < 5000; i++) jobs.push(check(i));
  const results = await Promise.allSettled(jobs);
  let good = 0;
  let bad = 0;
  for (const result of results) {
    if (result.status === "fulfilled") good += result.value;
    else bad += result.reason.message.length;
  }
  console.log(good, bad);
}

main();
