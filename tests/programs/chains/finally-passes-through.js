const run = (fail) => (fail ? Promise.reject(new Error("first")) : Promise.resolve("value"));
async function main() {
  console.log(await run(false).finally(() => "ignored"));
  await run(true).finally(() => "ignored").catch((e) => console.log(e.message));
  await run(false)
    .finally(() => {
      throw new Error("from finally");
    })
    .catch((e) => console.log(e.message));
}
main();
