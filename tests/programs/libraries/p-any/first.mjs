import pAny from "p-any";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function mirror(name, ms, works) {
  await sleep(ms);
  if (!works) throw new Error(`${name} is down`);
  return name;
}

console.log(await pAny([mirror("a", 60, true), mirror("b", 20, false), mirror("c", 100, true)]));
const names = ["x", "y", "z"];
console.log(await pAny(names.map((name, i) => mirror(name, 100 - 30 * i, true))));
try {
  await pAny(names.map((name) => mirror(name, 10, false)));
} catch (error) {
  console.log(error.errors.map((one) => one.message).join(", "));
}
