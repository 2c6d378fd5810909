// The first of several, many times.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function mirror(name, ms) {
  await sleep(ms);
  return name;
}

async function main() {
  const wins = { near: 0, far: 0 };
  for (let round = 0; round < 300; round++) {
    const winner = await Promise.race([mirror("far", 50), mirror("near", 0), mirror("far", 60)]);
    wins[winner]++;
  }
  console.log(wins.near, wins.far);
}

main();
