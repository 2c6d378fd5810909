// All calls of an array literal happen before any handler of one of them.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function load(name) {
  console.log("load", name);
  return sleep(5);
}

async function main() {
  await Promise.allSettled([
    Promise.all([Promise.resolve(["cached"]).then((v) => console.log(v[0])), sleep(9).then(() => 3)]),
    load("fresh"),
  ]);
  await Promise.all([Promise.all([load("inner")]).then(() => console.log("inner done")), load("outer")]);
}

main();
