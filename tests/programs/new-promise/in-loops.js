async function main() {
  const ps = [];
  for (let i = 0; i < 3; i++) {
    ps.push(new Promise((resolve) => setTimeout(() => { console.log("t", i); resolve(i * 2); }, 5 * i)));
  }
  for (const name of ["a", "b"]) {
    const late = new Promise((resolve, reject) => { setTimeout(() => reject(new Error(name)), 5); });
    ps.push(late.catch((e) => e.message + name));
  }
  let n = 0;
  while (n < 2) {
    const p = new Promise((resolve) => setTimeout(resolve, 3, n));
    ps.push(p.then((v) => v + 100));
    n++;
  }
  console.log(await Promise.all(ps));
  let last = Promise.resolve(0);
  for (const k of [1, 2, 3]) last = last.then((v) => v + k);
  console.log(await last);
  let chain = Promise.resolve();
  for (const k of [1, 2, 3]) chain = chain.then(() => console.log("step", k)).catch(() => console.log("never"));
  await chain;
  const q = [1, 2, 3].reduce((p, k) => p.then((v) => v * 2 + k), Promise.resolve(0));
  console.log(await q);
}
main();
