// Once a promise follows another one, nothing else settles it.
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const first = new Promise((resolve, reject) => {
    resolve(sleep(5).then(() => "the promise"));
    resolve("a value");
    reject(new Error("an error"));
  });
  console.log(await first);

  const second = new Promise((resolve, reject) => {
    resolve(sleep(5).then(() => {
      throw new Error("of the promise");
    }));
    reject(new Error("another"));
  });
  await second.catch((error) => console.log(error.message));
}

main();
