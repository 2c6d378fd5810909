// Callbacks that know nothing of the round are one function; those that do are not.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  let fired = 0;
  const seen = [];
  for (let round = 0; round < 2; round++) {
    // each round
    for (const name of ["a", "b"]) {
      const timer = setTimeout(() => {
        fired++;
        seen.push(fired);
      }, 5);
      if (round === 1 && name === "b") clearTimeout(timer);
      setTimeout(() => {
        seen.push(name);
        fired += 10;
      }, 15);
      let count = 0;
      setTimeout(() => {
        count++;
        seen.push(count);
      }, 25);
    }
  }
  await sleep(40);
  console.log(fired, seen);

  let total = 0;
  if (total === 0) {
    while (total < 3) {
      setTimeout(() => {
        const step = 1;
        total += step;
      }, 1);
      await sleep(5);
    }
  }
  console.log(total);

  for (let i = 0; i < 2; i++) {
    try {
      setTimeout(() => {
        total--;
        if (total === 1) console.log("down to", total);
      }, i);
      if (i === 1) throw new Error("round one");
    } catch (error) {
      console.log(error.message);
    }
  }
}

main();
