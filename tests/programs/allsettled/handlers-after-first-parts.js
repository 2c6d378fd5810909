// Handlers run when all elements have begun.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
function begin(name) {
  console.log("begin", name);
  return sleep(10).then(() => name);
}
async function main() {
  const results = await Promise.allSettled([
    Promise.reject(new Error("at once")).catch((err) => {
      console.log("handled:", err.message);
    }),
    Promise.race([begin("one")]),
    begin("two"),
  ]);
  console.log(results.map((r) => r.status).join());
}
main();
