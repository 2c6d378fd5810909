// An object with a method `then` is followed, as a promise is.
class Query {
  constructor(text) {
    this.text = text;
  }
  then(resolve, reject) {
    resolve("rows of " + this.text);
  }
}

async function main() {
  console.log("before");
  console.log(await new Query("a"));
}

main();
