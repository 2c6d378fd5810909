async function check(x) {
  if (x < 0) throw new Error("negative");
  return x * 2;
}
function summarize(outcomes) {
  return outcomes.map((o) => (o.reason ? `no: ${o.reason.message}` : `ok: ${o.value}`));
}
async function main() {
  const outcomes = await Promise.allSettled([check(1), check(-1)]);
  console.log(summarize(outcomes));
  console.log(JSON.stringify(outcomes[0]), "value" in outcomes[1]);
}
main();
