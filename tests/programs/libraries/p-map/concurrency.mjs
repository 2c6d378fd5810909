// The order of starts and results, with and without a limit, and what happens after errors.
import pMap from "p-map";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function download(name) {
  console.log(`> ${name}`);
  await sleep(name.length * 50);
  console.log(`< ${name}`);
  return name.length;
}

async function risky(n) {
  console.log(`begin ${n}`);
  await sleep(60 * n);
  if (n === 2) throw new Error(`${n} is not allowed`);
  console.log(`end ${n}`);
  return n;
}

async function main() {
  const sizes = await pMap(["abcd", "ab", "abcde", "a"], download, { concurrency: 2 });
  console.log(sizes.join(" "));
  const all = await pMap(["x", "xyz", "xy"], (name) => download(name));
  console.log(all.join(" "));
  const indexed = await pMap(
    ["p", "q", "r"],
    async (name, index) => {
      await sleep(90 - index * 40);
      return `${index}${name}`;
    },
    { concurrency: 3 },
  );
  console.log(indexed.join(" "));
  const none = await pMap([], download, { concurrency: 4 });
  console.log(none.length);
  try {
    await pMap([1, 2, 3, 4, 5], risky, { concurrency: 2 });
  } catch (error) {
    console.log("failed:", error.message);
  }
  await sleep(250);
  console.log("done");
}

main();
