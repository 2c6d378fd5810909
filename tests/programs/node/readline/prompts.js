const readline = require("node:readline");
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.setPrompt("> ");
rl.prompt();
rl.on("line", (l) => { console.log("got", l); rl.prompt(); });
rl.on("close", () => console.log("closed"));
