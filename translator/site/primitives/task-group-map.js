const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function copy(name) {
  await sleep(10);
  return `${name} copied`;
}

async function main() {
  const lines = await Promise.all(["a", "b", "c"].map((name) => copy(name)));
  for (const line of lines) {
    console.log(line);
  }
}

main();
