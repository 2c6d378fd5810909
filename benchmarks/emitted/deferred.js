// Promises that somebody else settles later.
function defer() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function main() {
  const gates = [];
  for (let i = 0; i < 20000; i++) gates.push(defer());

  async function open() {
    for (let i = 0; i < gates.length; i++) gates[i].resolve(i);
  }

  async function pass() {
    let total = 0;
    for (const gate of gates) total += await gate.promise;
    return total;
  }

  const [total] = await Promise.all([pass(), open()]);
  console.log(total);
}

main();
