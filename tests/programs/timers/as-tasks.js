// Timers whose callbacks cannot fail, cleared early, late, or by themselves.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function soon(name, ms) {
  setTimeout(() => console.log("soon", name), ms);
}
async function main() {
  for (let i = 0; i < 3; i++) {
    setTimeout(() => console.log("round", i), 25 * (3 - i));
  }
  soon("a", 15);
  soon("b", 5);
  const once = setTimeout(() => { console.log("once"); clearTimeout(once); console.log("still here"); }, 110);
  let n = 0;
  const beat = setInterval(() => {
    n++;
    if (n === 4) { console.log("stop"); clearInterval(beat); console.log("after stop"); return; }
    console.log("beat", n);
  }, 33);
  let m = 0;
  const other = setInterval(() => {
    m += 1;
    if (m < 3) console.log("other", m);
    else {
      console.log("other ends");
      clearInterval(other);
    }
  }, 42);
  const dropped = setTimeout(() => console.log("never"), 10);
  clearTimeout(dropped);
  const same = setTimeout(() => console.log("same time"), 200);
  await sleep(200);
  console.log("slept");
  clearTimeout(same);
  setTimeout(() => { console.log("before"); process.exit(3); }, 20);
  setTimeout(() => console.log("not reached"), 40);
}
main();
