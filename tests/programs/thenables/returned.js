// What an async function returns is followed where it has a method `then`.
async function answer() {
  return {
    then(resolve) {
      resolve(42);
    },
  };
}

async function main() {
  console.log(await answer());
  console.log(await Promise.all([{ then: (resolve) => resolve(1) }, 2]));
  console.log(await Promise.resolve({ then: (resolve) => resolve(3) }));
}

main();
