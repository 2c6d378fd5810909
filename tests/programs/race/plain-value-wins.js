const f1 = (x2) => 0;
async function main() {
  const q14 = { two: Promise.race([0, 0, Promise.resolve(5).then((v16) => v16 * 2).catch((err17) => {
  })]) };
  console.log(await q14.two);
}
main();
