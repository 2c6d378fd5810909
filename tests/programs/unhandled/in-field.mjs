const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Client {
  constructor() {
    this.ready = this.connect();
  }
  async connect() {
    await sleep(5);
    throw new Error("refused");
  }
  async ask() {
    await this.ready;
    return "answer";
  }
}

const first = new Client();
try {
  console.log(await first.ask());
} catch (error) {
  console.log("caught", error.message);
}
const second = new Client();
await sleep(30);
console.log("not reached", await second.ask());
