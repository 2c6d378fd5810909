// Errors through several layers, with values that are no errors.
async function deep(n) {
  if (n === 0) throw { code: 7 };
  await null;
  return deep(n - 1);
}
async function main() {
  try {
    await deep(2);
  } catch (e) {
    console.log("code", e.code);
  }
  const results = await Promise.allSettled([deep(1), Promise.resolve("ok"), Promise.reject("text")]);
  for (const r of results) {
    console.log(r.status, r.status === "fulfilled" ? r.value : typeof r.reason);
  }
  await Promise.reject(new TypeError("typed")).catch((e) => console.log(e instanceof TypeError, e.message));
  return Promise.reject(new RangeError("out"));
}
main().then(() => console.log("?"), (e) => console.log(e.name));
let chain = Promise.resolve();
for (let i = 1; i <= 16; i++) chain = chain.then(() => console.log("tick", i));
