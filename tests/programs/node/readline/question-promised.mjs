import readline from "node:readline/promises";
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const name = await rl.question("name? ");
console.log(`hello ${name}`);
rl.close();
