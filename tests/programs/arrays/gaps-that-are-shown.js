var x = [];
x[0] = 0;
x[3] = 3;
console.log(x.toString());
console.log(x.join());
console.log(x.map((y) => `${y}`).join("-"));
console.log(x[1] === undefined, x.length);
function f(n) {
  const out = [];
  out[n] = n;
  return out;
}
const z = f(2);
console.log(z.toString(), `${z}`, z.join(";"), z.indexOf(2), String(z));
for (const e of z) console.log(`${e}`);
