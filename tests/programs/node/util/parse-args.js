// util.parseArgs: options with values, groups of short ones, and what is wrong with others.
const { parseArgs } = require("node:util");
const options = {
  force: { type: "boolean", short: "f" },
  out: { type: "string", short: "o" },
  tag: { type: "string", multiple: true },
  verbose: { type: "boolean", short: "v", multiple: true },
  port: { type: "string", default: "80" },
};
const lines = [
  ["-f", "--out", "x", "a", "b"],
  ["-vvf", "-ox", "--tag=1", "--tag", "2"],
  ["--", "-f", "--port=1"],
  ["--port=1", "--out="],
  ["--nope"],
  ["--force=1"],
  ["--out"],
  ["-o", "-f"],
];
for (const args of lines) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    console.log(JSON.stringify(values), values.port, values.force === true, positionals);
  } catch (err) {
    console.log(err.code, err.message);
  }
}
try {
  parseArgs({ args: ["x"], options });
} catch (err) {
  console.log(err instanceof TypeError, err.code, err.message);
}
const { values } = parseArgs({ args: ["--no-color", "-x"], strict: false, options: { color: { type: "boolean" } }, allowNegative: true });
console.log(values.color, values.x, Object.keys(values));
