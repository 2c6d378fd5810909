const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  await sleep(20);
  return `page ${n}`;
}

async function main() {
  const pending = fetchPage(1); // under way from here on
  await sleep(10);
  console.log("something else meanwhile");
  console.log(await pending);
}

main();
