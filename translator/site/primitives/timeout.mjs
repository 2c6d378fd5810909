import pTimeout from "p-timeout";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  try {
    await pTimeout(sleep(1000), { milliseconds: 20 });
  } catch (err) {
    console.log("too late");
  }
}

main();
