var config;
function show() { return config ? config.name : "none"; }
console.log(show());
async function main() {
  config = { name: "prod" };
  for (var i = 0; i < 2; i++) {
    await null;
    if (i) { var seen = i; }
  }
  console.log(show(), i, seen);
  const fns = [];
  for (const x of [1, 2]) {
    let acc = x;
    await null;
    fns.push(() => (acc += x));
  }
  console.log(fns[0](), fns[0](), fns[1]());
  const q = [5, 6];
  let k = 0;
  const o = { first: q[k++], second: q[k++] };
  const arr = [];
  arr[arr.length] = k++;
  console.log(JSON.stringify(o), k, arr[0]);
}
main().then(() => console.log("done"));
