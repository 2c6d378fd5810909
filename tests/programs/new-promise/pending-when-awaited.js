// Awaits that surely wait, beside such that may find their promise settled.
function defer() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function pendingFirst() {
  const gates = [defer(), defer(), defer()];
  async function pass(name) {
    for (const gate of gates) console.log(name, await gate.promise);
  }
  async function open() {
    console.log("opening");
    gates.forEach((gate, i) => gate.resolve(i));
    await null;
    console.log("opened");
  }
  await Promise.all([pass("a"), open()]);
}

async function settledBefore() {
  const gate = defer();
  gate.resolve("early");
  async function pass() {
    console.log("got", await gate.promise);
  }
  const passing = pass();
  console.log("called");
  await passing;
}

async function settledByAnother() {
  const gate = defer();
  const open = () => gate.resolve("by another");
  function relay() {
    open();
  }
  relay();
  const passing = (async () => {
    console.log("got", await gate.promise);
  })();
  console.log("called again");
  await passing;
}

async function main() {
  await pendingFirst();
  await settledBefore();
  await settledByAnother();
}

main();
