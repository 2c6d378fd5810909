// Chains that are made in a loop see the variables of their own round.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function twice(n) {
  await sleep(5);
  return n * 2;
}

async function main() {
  const sums = [];
  for (const n of [1, 2, 3]) {
    const shift = n * 10;
    sums.push(twice(n).then((found) => found + n + shift));
  }
  for (const sum of sums) console.log(await sum);
  const texts = [];
  for (let i = 0; i < 3; i++) {
    texts.push(
      twice(i)
        .then((found) => `${i}: ${found}`)
        .catch(() => `${i} failed`),
    );
  }
  for (const text of texts) console.log(await text);
}

main();
