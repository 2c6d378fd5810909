const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  setTimeout(() => console.log("never printed"), 100);
  await sleep(10);
  console.log("leaving");
  process.exit(3);
}
main();
