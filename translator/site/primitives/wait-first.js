const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(mirror, ms) {
  await sleep(ms);
  return mirror;
}

async function main() {
  const fastest = await Promise.race([ask("east", 30), ask("west", 10)]);
  console.log(`${fastest} was first`);
}

main();
