// Promises that somebody else settles later.
function defer() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function main() {
  let total = 0;
  for (let round = 0; round < 5000; round++) {
    const gate = defer();
    setTimeout(() => gate.resolve(round), 0);
    total += await gate.promise;
  }
  console.log(total);
}

main();
