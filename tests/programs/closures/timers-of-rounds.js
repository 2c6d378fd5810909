// A callback knows the timer that calls it, of its own round.
for (let i = 1; i < 9; i++) {
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    console.log("tick", i, count);
    clearInterval(timer);
  }, 20 * i);
  if (i === 2) continue;
  if (i > 3) break;
}
for (const ms of [100, 120]) {
  const once = setTimeout(() => console.log("once", ms, once !== undefined), ms);
}
