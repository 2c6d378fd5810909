// Infinity * 0, Infinity - Infinity, Infinity / Infinity and Infinity % x are NaN, which is
// false as a condition; what is compared with an infinity before is none.
console.log(Infinity * 0 ? "true" : "false", Infinity - Infinity ? "true" : "false");
console.log(Number.POSITIVE_INFINITY / Infinity || "none", 1e999 * 0 || "none");

const factors = [Infinity, 0];
const total = factors.map((x) => x * 0).reduce((sum, x) => sum + x, 0);
console.log(total ? "true" : "false", !total);

const empty = [];
const least = Math.min(...empty);
const most = Math.max(...empty);
console.log(least - most ? "true" : "false", least + most ? "true" : "false");
console.log(least % 2 ? "true" : "false", Math.max(least + most, 3), -most - least || "none");

let best = Infinity;
for (const x of [3, 1, 2]) if (x < best) best = x;
let worst = -Infinity;
for (const x of [3, 1, 2]) worst = Math.max(worst, x);
console.log(best, worst, Math.round(worst - best), best ? "some" : "none");

function spread(x) {
  return x !== Infinity ? x - x : 7;
}
function scaled(x) {
  if (x < Infinity) return Math.round((x - x) * 3);
  return -1;
}
console.log(spread(2), spread(Infinity), scaled(2), scaled(Infinity));
console.log(Number.isFinite(best) ? Math.round(best - 0.5) : "infinite");
console.log((-8) ** (1 / 3) ? "true" : "false", 1 ** best);

// A power of a large number is no integer that is held exactly.
const many = factors.length > 5 ? 7 : 123456789012;
console.log("" + many ** 2, `${(factors.length > 5 ? 7 : 123456789012) ** 2}`);
