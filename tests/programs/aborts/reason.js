// A signal's reason is what it was aborted with: thrown, read, by name.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function run(signal) {
  for (let i = 0; i < 5; i++) {
    await sleep(20);
    if (signal.aborted) throw signal.reason;
    console.log("round", i);
  }
}

async function look(signal) {
  await sleep(40);
  signal.throwIfAborted();
  console.log("not reached");
}

async function main() {
  const controller = new AbortController();
  const running = run(controller.signal).catch((err) => console.log(err.name, err.message));
  setTimeout(() => controller.abort(new TypeError("enough")), 30);
  await running;
  try {
    await look(controller.signal);
  } catch (err) {
    console.log(err instanceof TypeError, err.message);
  }
  const other = new AbortController();
  other.abort();
  try {
    await look(other.signal);
  } catch (err) {
    console.log(err.name, err.message);
  }
}
main();
