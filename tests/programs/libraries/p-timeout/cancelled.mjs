import pTimeout from "p-timeout";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function answer(ms) {
  await sleep(ms);
  return ms;
}

for (const ms of [20, 200]) {
  try {
    const value = await pTimeout(answer(ms), { milliseconds: 80 });
    console.log("in time", value);
  } catch {
    console.log("too slow");
  }
}
const value = await pTimeout(answer(200), { milliseconds: 50, fallback: () => "instead" });
console.log(value);
