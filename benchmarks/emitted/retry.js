// Work that succeeds at the third attempt.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function flaky(attempt) {
  await sleep(0);
  if (attempt < 3) throw new Error("not yet");
  return attempt;
}

async function retry(limit) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await flaky(attempt);
    } catch (error) {
      if (attempt >= limit) throw error;
    }
  }
}

async function main() {
  let attempts = 0;
  for (let i = 0; i < 1500; i++) {
    attempts += await retry(5);
  }
  console.log(attempts);
}

main();
