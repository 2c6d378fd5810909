// The negative of what a rounding makes -0 is 0.
function p6(p7, p8 = 0, ...p9) {
  return `${p7} ${p8} ${p9.length}`;
}
console.log(p6(-(Math.round(-0.25))));
console.log(-Math.round(-0.25), -Math.trunc(-0.5), 1 / -Math.round(-0.25), 1 / -0, -(-0));
