const sleep = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
const first = await sleep(10, "first");
console.log(first);
for (const x of [1, 2]) {
  console.log(await sleep(5, x));
}
const values = await Promise.all([sleep(20, "p"), sleep(10, "q")]);
export const joined = values.join("");
console.log(joined);
