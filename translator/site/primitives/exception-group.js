const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(mirror, ms) {
  await sleep(ms);
  if (mirror !== "home") throw new Error(`${mirror} does not answer`);
  return mirror;
}

async function main() {
  try {
    console.log(await Promise.any([ask("one", 10), ask("two", 5)]));
  } catch (err) {
    for (const each of err.errors) console.log(each.message);
  }
}

main();
