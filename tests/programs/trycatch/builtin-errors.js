const attempts = [
  () => null.name,
  () => undefined.length,
  () => missing,
  () => JSON.parse("{bad"),
  () => "x".repeat(-1),
  () => new Array(-1),
  () => (5).toFixed(101),
  () => BigInt(1.5),
  () => ({}).method(),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log("no error");
  } catch (err) {
    console.log(err.name, err instanceof Error);
  }
}
