const readline = require("node:readline");
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.question("one ", (a) => { console.log("1", a); rl.question("two ", (b) => { console.log("2", b); }); });
rl.on("close", () => console.log("closed"));
