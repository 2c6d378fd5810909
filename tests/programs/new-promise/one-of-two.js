// Of two promises only one is made.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function pick(first) {
  const value = await (first
    ? new Promise((resolve) => {
        console.log("first");
        setTimeout(() => resolve(1), 10);
      })
    : new Promise((resolve) => {
        console.log("second");
        resolve(2);
      }));
  return value;
}
async function main() {
  console.log(await pick(true), await pick(false));
  const made = {
    quick: new Promise((resolve) => {
      console.log("made at once");
      resolve("done");
    }).then((text) => text + "!"),
  };
  console.log("then this");
  await sleep(5);
  console.log(await made.quick);
}
main();
