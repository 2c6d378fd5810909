const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function job(name, ms, ok) {
  await sleep(ms);
  console.log("finished", name);
  if (!ok) throw new Error(name);
  return name;
}
async function main() {
  try {
    await Promise.all([job("slow", 90, true), job("bad", 30, false), job("worse", 60, false)]);
  } catch (err) {
    console.log("caught", err.message);
  }
  await sleep(90);
  console.log("end");
}
main();
