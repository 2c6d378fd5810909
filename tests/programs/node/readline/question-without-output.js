// Without an output no question is seen, and the last line has to end to be an answer.
const readline = require("node:readline");
const rl = readline.createInterface({ input: process.stdin });
rl.question("first? ", (first) => {
  console.log(`[${first}]`);
  rl.question("second? ", (second) => {
    console.log(`[${second}]`);
    rl.close();
  });
});
