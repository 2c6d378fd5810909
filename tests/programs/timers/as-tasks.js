// Timers whose callbacks cannot fail, cleared early, late, or by themselves.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function soon(name, ms) {
  setTimeout(() => console.log("soon", name), ms);
}
async function main() {
  for (let i = 0; i < 3; i++) {
    setTimeout(() => console.log("round", i), 100 * (3 - i));
  }
  soon("a", 60);
  soon("b", 20);
  const once = setTimeout(() => { console.log("once"); clearTimeout(once); console.log("still here"); }, 440);
  let n = 0;
  const beat = setInterval(() => {
    n++;
    if (n === 4) { console.log("stop"); clearInterval(beat); console.log("after stop"); return; }
    console.log("beat", n);
  }, 132);
  let m = 0;
  const other = setInterval(() => {
    m += 1;
    if (m < 3) console.log("other", m);
    else {
      console.log("other ends");
      clearInterval(other);
    }
  }, 168);
  const dropped = setTimeout(() => console.log("never"), 40);
  clearTimeout(dropped);
  const same = setTimeout(() => console.log("same time"), 800);
  await sleep(800);
  console.log("slept");
  clearTimeout(same);
  setTimeout(() => { console.log("before"); process.exit(3); }, 80);
  setTimeout(() => console.log("not reached"), 160);
}
main();
