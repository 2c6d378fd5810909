const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const reminder = setTimeout(() => console.log("still waiting"), 500);
  await sleep(20);
  clearTimeout(reminder);
  console.log("done in time");
}

main();
