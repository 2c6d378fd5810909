import pSettle from "p-settle";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function check(n) {
  await sleep(40 - 10 * n);
  if (n % 2) throw new Error(`${n} is odd`);
  return n;
}

const results = await pSettle([check(0), check(1), check(2)]);
for (const result of results) {
  if (result.isFulfilled) console.log("good", result.value);
  else console.log("bad", result.reason.message, result.isRejected, result.status);
}
const more = await pSettle([1, 2, 3].map((n) => check(n)));
console.log(more.filter((result) => result.isRejected).length);
