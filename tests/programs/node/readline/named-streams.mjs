import * as readline from "node:readline/promises";
import { stdin as input, stdout as output, argv, exit } from "node:process";
const rl = readline.createInterface({ input, output });
const answer = await rl.question("What? ");
console.log(`got ${answer}`, argv.length);
rl.close();
exit(3);
