import pRetry from "p-retry";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let tries = 0;

async function fetchPage(url) {
  tries += 1;
  await sleep(5);
  if (tries % 3 !== 0) throw new Error(`${url}: try ${tries}`);
  return `<${url}>`;
}

async function main() {
  const page = await pRetry(() => fetchPage("index"), { retries: 3, minTimeout: 10 });
  console.log(page, tries);
  const pages = await Promise.all(
    ["a", "b"].map((url) => pRetry(() => fetchPage(url), { retries: 5, minTimeout: 10, maxTimeout: 20 })),
  );
  console.log(pages.join(" "));
  const start = Date.now();
  try {
    await pRetry(
      async () => {
        throw new Error("never");
      },
      { retries: 3, minTimeout: 20 },
    );
  } catch (error) {
    const elapsed = Date.now() - start;
    console.log(error.message, elapsed >= 135, elapsed < 400);
  }
}

main();
