// What a function's chain does with a rejected promise happens after what its caller does.
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

function read(path) {
  if (path.endsWith(".tmp")) return Promise.reject(new Error(path));
  return sleep(10, path);
}

function sizeOf(path) {
  return read(path)
    .then((text) => text.length)
    .catch(() => -1)
    .finally(() => console.log(`looked at ${path}`));
}

async function lines(path) {
  try {
    return await read(path);
  } catch (err) {
    console.log("failed", err.message);
    return "";
  }
}

async function main() {
  const first = sizeOf("a.tmp");
  console.log("one");
  await sleep(5);
  const second = lines("b.tmp");
  console.log("two");
  await sleep(5);
  sizeOf("c.tmp").then((n) => console.log("n", n));
  console.log("three");
  console.log(await first, (await second).length);
}
main();
console.log("four");
