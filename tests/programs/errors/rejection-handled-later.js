const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const failing = Promise.reject(new Error("early"));
  failing.catch(() => {}); // so that it is not unhandled
  await sleep(20);
  try {
    await failing;
  } catch (err) {
    console.log(err.message);
  }
}
main();
