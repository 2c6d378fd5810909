// Ten thousand coroutines at once.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function square(n) {
  await sleep(1);
  return n * n;
}

async function main() {
  const numbers = Array.from({ length: 10000 }, (_, i) => i);
  const squares = await Promise.all(numbers.map((n) => square(n)));
  let total = 0;
  for (const value of squares) total += value;
  console.log(squares.length, total);
}

main();
