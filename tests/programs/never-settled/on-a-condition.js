let answer;
const asked = new Promise((resolve) => {
  answer = resolve;
});
const words = ["no", "never"];
for (const word of words) {
  if (word === "yes") answer(word);
}

async function main() {
  console.log("waiting");
  console.log(await asked);
}
main();
