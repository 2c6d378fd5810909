const { parseArgs } = require("node:util");
const { values } = parseArgs({ args: ["-f"], options: { f: { type: "boolean", short: "f" } } });
console.log(values);
