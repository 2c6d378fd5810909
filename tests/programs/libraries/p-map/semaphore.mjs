// Nothing catches errors here.
import pMap from "p-map";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let active = 0;
let most = 0;

const pages = Array.from({ length: 12 }, (_, i) => ({ id: i, delay: 10 + (i % 3) * 20 }));
const found = await pMap(
  pages,
  async ({ id, delay }) => {
    active += 1;
    most = Math.max(most, active);
    await sleep(delay);
    active -= 1;
    return `page ${id}`;
  },
  { concurrency: 4 },
);
console.log(found.length, found[0], found[11], most, active);
