const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function save(name) {
  await sleep(10);
  return name;
}

async function main() {
  const saved = save("report");
  saved.then((name) => console.log(`${name} is saved`));
  console.log("saving");
  await sleep(20);
}

main();
