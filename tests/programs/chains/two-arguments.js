const check = (n) => (n > 0 ? Promise.resolve(n) : Promise.reject(new Error(`bad ${n}`)));
const onOk = (n) => {
  if (n > 5) throw new Error("too big");
  return `ok ${n}`;
};
const onError = (err) => `handled ${err.message}`;
async function main() {
  for (const n of [1, -1, 9]) {
    const text = await check(n).then(onOk, onError).catch((err) => `later ${err.message}`);
    console.log(text);
  }
  console.log(await check(2).then(null, onError), await check(-2).catch(onError).then((s) => s.length));
}
main();
