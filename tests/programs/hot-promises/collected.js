// Tasks that are collected in an array and waited for: nothing is left of them at the end.
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

async function check(n) {
  await sleep(5 * (4 - n));
  if (n === 2) throw new Error(`no ${n}`);
  console.log("checked", n);
  return n;
}

async function main() {
  const jobs = [];
  for (let i = 0; i < 4; i++) jobs.push(check(i));
  console.log(jobs.length);
  const results = await Promise.allSettled(jobs);
  console.log(results.map((result) => result.status).join(" "));

  const left = [];
  left.push(sleep(1).then(() => console.log("first")));
  left.push(sleep(20).then(() => console.log("of one that was taken out")));
  left.pop();
  await Promise.all(left);
  console.log("end of main");
}

main();
