const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  await sleep(20);
  return `page ${n}`;
}

async function main() {
  const first = fetchPage(1);
  const second = fetchPage(2);
  await sleep(10);
  console.log(await first, await second);
}

main();
