// A callback at the end of a promise that is no call of a coroutine: made here, or stored.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  new Promise((resolve) => {
    setTimeout(() => {
      console.log("fired");
      resolve();
    }, 5);
  }).finally(() => {
    console.log("settled");
  });
  const later = sleep(10);
  later.finally(() => {
    console.log("slept");
  });
  sleep(15).finally(() => {
    console.log("slept longer");
  });
  new Promise(() => {
    setTimeout(() => {
      console.log("never settles");
    }, 20);
  }).finally(() => {
    console.log("not reached");
  });
}
main();
