// A hundred thousand values of an async generator.
async function* numbers(limit) {
  for (let i = 0; i < limit; i++) {
    yield i;
  }
}

async function main() {
  let total = 0;
  for await (const n of numbers(100000)) {
    total += n;
  }
  console.log(total);
}

main();
