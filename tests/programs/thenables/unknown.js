// Values of which nothing is known, in a program that has objects with a then.
class Query {
  constructor(text) {
    this.text = text;
  }
  then(give) {
    setTimeout(() => give(`rows of ${this.text}`), 2);
  }
}
const pending = new Map(Object.entries(JSON.parse('{"a": 1}')));
pending.set("b", new Query("users"));

async function main() {
  for (const value of pending.values()) console.log(await value);
}
main();
