import fs from "node:fs";
import readline from "node:readline";
import crypto from "node:crypto";
import { once } from "node:events";
import { spawn } from "node:child_process";
fs.writeFileSync("in.txt", "l1\nl2\nl3");
async function processLineByLine() {
  const fileStream = fs.createReadStream("in.txt");
  const rl = readline.createInterface({ input: fileStream, crlfDelay: Infinity });
  for await (const line of rl) console.log(`Line: ${line}`);
}
await processLineByLine();
const child = spawn("printf", ["a\nb\nc"]);
for await (const line of readline.createInterface({ input: child.stdout })) console.log("child", line);
function hashFile(path) {
  return new Promise((resolve, reject) => {
    const hash = crypto.createHash("sha256");
    const stream = fs.createReadStream(path);
    stream.on("data", (d) => hash.update(d));
    stream.on("end", () => resolve(hash.digest("hex")));
    stream.on("error", reject);
  });
}
console.log(await hashFile("in.txt"));
const out = fs.createWriteStream("big.txt");
for (let i = 0; i < 2000; i++) {
  if (!out.write(`${i} some text that is long\n`)) await once(out, "drain");
}
out.end();
await once(out, "finish");
console.log(fs.statSync("big.txt").size);
function copy(a, b) {
  return new Promise((resolve, reject) => {
    const r = fs.createReadStream(a);
    const w = fs.createWriteStream(b);
    r.on("error", reject);
    w.on("error", reject);
    w.on("finish", resolve);
    r.pipe(w);
  });
}
await copy("big.txt", "big2.txt");
console.log(fs.statSync("big2.txt").size);
