// What an executor throws is there at once; its handlers come after what runs now.
async function main() {
  const r40 = await new Promise((resolve) => {
    throw new TypeError(1);
  });
}
main().catch((err72) => {
  console.log(0);
});
console.log(1);
