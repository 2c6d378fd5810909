// A timer is under way before what its promise is given to starts another.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function query(name, ms) {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log("query", name);
      resolve(name);
    }, ms);
  });
}
async function limited(promise, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
async function main() {
  console.log(await limited(query("a", 20), 35));
  console.log(await limited(query("b", 10), 60));
  console.log(await limited(query("c", 70), 20).catch((e) => e.message));
  await sleep(100);
}
main();
