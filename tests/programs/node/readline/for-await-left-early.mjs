import readline from "node:readline";
const rl = readline.createInterface({ input: process.stdin });
rl.on("close", () => console.log("closed"));
for await (const line of rl) { console.log(line); if (line === "b") break; }
console.log("end");
