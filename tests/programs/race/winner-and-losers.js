const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function run(name, ms, fail = false) {
  await sleep(ms);
  console.log("done", name);
  if (fail) throw new Error(name);
  return name;
}
async function main() {
  console.log(await Promise.race([run("slow", 140), run("quick", 20)]));
  try {
    await Promise.race([run("ok", 60), run("bad", 20, true)]);
  } catch (err) {
    console.log("failed", err.message);
  }
  console.log(await Promise.race(["now", run("later", 20)]));
}
main();
