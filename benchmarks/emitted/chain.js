// A chain of a thousand steps, some times over.
function step(value) {
  return value + 1;
}

async function main() {
  let total = 0;
  for (let round = 0; round < 20; round++) {
    let promise = Promise.resolve(round);
    for (let i = 0; i < 1000; i++) {
      promise = promise.then(step);
    }
    total += await promise;
  }
  console.log(total);
}

main();
