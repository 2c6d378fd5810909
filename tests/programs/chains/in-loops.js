const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function get(n) { await sleep(5); return n * 10; }
async function main() {
  const tasks = [];
  for (const x of [1, 2, 3]) {
    tasks.push(get(x).then((r) => r + x));
  }
  for (let i = 0; i < 3; i++) {
    const k = i * 100;
    tasks.push(get(i).then((r) => { console.log(i, k, r); return k; }));
  }
  console.log(await Promise.all(tasks));
  let handlers = [(v) => v + 1, (v) => v + 2];
  let p = get(4);
  const outs = [];
  for (let i = 0; i < 2; i++) { outs.push(p.then(handlers[i])); }
  handlers = null;
  console.log(await Promise.all(outs));
}
main();
