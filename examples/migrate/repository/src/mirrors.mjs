const sleep = (ms, value) =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

const first = await Promise.race([sleep(60, "far"), sleep(5, "near")]);
console.log(`taken: ${first}`);
const all = await Promise.all(["a", "b"].map((name) => sleep(3, name)));
console.log(all.join(" "));
