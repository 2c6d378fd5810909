// Math.round leaves infinities as they are.
console.log(Math.round(-Infinity), Math.round(Infinity) + 1, String(Math.round(-1 / 0)));
const far = [3.5, Infinity].map((x) => Math.round(x));
console.log(far, `${far[1]}`);
let best = -Infinity;
console.log(`best: ${Math.round(best)}`);
for (const x of [1.5, 2.5]) best = Math.max(best, x);
console.log(`best: ${Math.round(best)}`);
