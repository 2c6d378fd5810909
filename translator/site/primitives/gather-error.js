const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  await sleep(10 * n);
  if (n === 2) {
    throw new Error(`page ${n} is missing`);
  }
  console.log(`read page ${n}`);
}

async function main() {
  try {
    await Promise.all([fetchPage(1), fetchPage(2), fetchPage(3)]);
  } catch (error) {
    console.log(`failed: ${error.message}`);
  }
}

main();
