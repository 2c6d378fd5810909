import PQueue from "p-queue";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const queue = new PQueue({ concurrency: 3 });
let active = 0;
let most = 0;

async function download(id) {
  active++;
  most = Math.max(most, active);
  await sleep(10 + (id % 4) * 10);
  active--;
  return id * id;
}

const squares = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((id) => queue.add(() => download(id))));
console.log(squares.join(" "), most, active);
const last = await queue.add(() => download(10));
console.log(last);
