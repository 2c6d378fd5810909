// A promise that is returned either way, and is settled at once: what called goes on first.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function either(slow) {
  return slow ? sleep(3) : Promise.allSettled([]);
}
async function main(slow) {
  const got = await either(slow);
  console.log("got", got);
}
main(false).then(() => console.log("end"));
console.log("first");
main(true).then(() => console.log("slow end"));
console.log("second");
