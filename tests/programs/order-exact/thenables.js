// Thenables are adopted by a job of their own (NewPromiseResolveThenableJob).
class Later {
  constructor(value) {
    this.value = value;
  }
  then(resolve) {
    console.log("then of", this.value);
    resolve(this.value);
  }
}
const plain = {
  then(resolve, reject) {
    console.log("then of plain");
    reject(new Error("plain failed"));
  },
};
async function main() {
  console.log("got", await new Later(1));
  try {
    await plain;
  } catch (error) {
    console.log(error.message);
  }
  return new Later(2);
}
main().then((value) => console.log("main", value));
Promise.resolve()
  .then(() => console.log("tick 1"))
  .then(() => console.log("tick 2"))
  .then(() => console.log("tick 3"))
  .then(() => console.log("tick 4"))
  .then(() => console.log("tick 5"))
  .then(() => console.log("tick 6"));
Promise.resolve(new Later(3)).then((value) => console.log("resolved", value));
