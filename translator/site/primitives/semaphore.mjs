import pLimit from "p-limit";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fetchPage(n) {
  console.log(`begin ${n}`);
  await sleep(10);
  return `page ${n}`;
}

const limit = pLimit(2);
const pages = await Promise.all([1, 2, 3, 4].map((n) => limit(() => fetchPage(n))));
console.log(pages.join(", "));
