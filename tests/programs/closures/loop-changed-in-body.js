// The closure sees what the body did to its own copy of the variable.
const seen = [];
for (let i = 0; i < 6; i++) {
  seen.push(() => i);
  i += 1;
}
console.log(seen.map((f) => f()));
