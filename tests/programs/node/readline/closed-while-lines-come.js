const readline = require("node:readline");
const rl = readline.createInterface({ input: process.stdin });
rl.on("line", (l) => { console.log("line", l); if (l === "b") rl.close(); });
rl.on("close", () => console.log("closed"));
