const fs = require("fs"); const path = require("path"); const os = require("os"); const readline = require("readline");
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "r-"));
const file = path.join(dir, "lines.txt");
fs.writeFileSync(file, "one\ntwo\r\nthree");
async function main() {
  const rl = readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity });
  let n = 0;
  for await (const line of rl) { n += line.length; console.log(`[${line}]`); }
  console.log(n);
  fs.rmSync(dir, { recursive: true });
}
main();
