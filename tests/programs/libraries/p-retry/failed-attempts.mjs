import pRetry from "p-retry";

let tries = 0;

async function fetchPage(url) {
  tries += 1;
  if (tries < 3) throw new Error(`${url}: try ${tries}`);
  return `<${url}>`;
}

const page = await pRetry(() => fetchPage("index"), {
  retries: 4,
  minTimeout: 5,
  onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
    console.log(`${error.message}, attempt ${attemptNumber}, ${retriesLeft} left`);
  },
});
console.log(page);

tries = -10;
const log = async (failed) => {
  console.log("failed", failed.attemptNumber, failed.retriesLeft);
};
try {
  await pRetry(() => fetchPage("other"), { retries: 2, minTimeout: 5, factor: 1, onFailedAttempt: log });
} catch (error) {
  console.log(error.message);
}
