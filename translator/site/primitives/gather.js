const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  await sleep(10 * n);
  return `page ${n}`;
}

async function main() {
  const pages = await Promise.all([fetchPage(1), fetchPage(2), fetchPage(3)]);
  console.log(pages.join(", "));
}

main();
