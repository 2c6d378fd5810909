// Main waits for a promise that nothing settles: Node ends there, and no finally runs.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  console.log("begin");
  try {
    const [x] = await Promise.all([new Promise(() => {}), sleep(3)]);
    console.log("never", x);
  } finally { console.log("nor this"); }
}
main();
