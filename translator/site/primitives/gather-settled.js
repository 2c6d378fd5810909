const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  await sleep(10 * n);
  if (n === 2) {
    throw new Error(`page ${n} is missing`);
  }
  return `page ${n}`;
}

async function main() {
  const results = await Promise.allSettled([fetchPage(1), fetchPage(2), fetchPage(3)]);
  for (const result of results) {
    if (result.status === "fulfilled") {
      console.log(result.value);
    } else {
      console.log(`failed: ${result.reason.message}`);
    }
  }
}

main();
