import fs from "node:fs";
import zlib from "node:zlib";
import { pipeline } from "node:stream/promises";
import { Readable, Transform } from "node:stream";
import { createReadStream, createWriteStream } from "node:fs";
fs.writeFileSync("a.txt", "alpha\nbeta\ngamma\n".repeat(3));
await pipeline(createReadStream("a.txt"), zlib.createGzip(), createWriteStream("a.gz"));
await pipeline(createReadStream("a.gz"), zlib.createGunzip(), createWriteStream("b.txt"));
console.log(fs.readFileSync("b.txt", "utf8") === fs.readFileSync("a.txt", "utf8"));
async function* upper(source) {
  for await (const chunk of source) yield chunk.toString().toUpperCase();
}
await pipeline(createReadStream("a.txt"), upper, createWriteStream("c.txt"));
console.log(fs.readFileSync("c.txt", "utf8").slice(0, 11));
let size = 0;
for await (const chunk of createReadStream("a.txt")) size += chunk.length;
console.log(size);
let text = "";
for await (const part of createReadStream("a.txt", { encoding: "utf8" })) text += part;
console.log(text.split("\n").length);
for await (const w of Readable.from(["x", "y"])) console.log(w);
await pipeline(Readable.from(["one ", "two ", "three\n"]), async function* (source) {
  for await (const w of source) yield w.toUpperCase();
}, createWriteStream("d.txt"));
console.log(fs.readFileSync("d.txt", "utf8"));
try {
  await pipeline(createReadStream("missing.txt"), createWriteStream("e.txt"));
} catch (err) {
  console.log(err.code);
}
const total = await pipeline(createReadStream("a.txt", "utf8"), async (source) => {
  let n = 0;
  for await (const s of source) n += s.length;
  return n;
});
console.log(total);
await pipeline(
  createReadStream("a.txt"),
  new Transform({
    transform(chunk, enc, cb) {
      cb(null, chunk.toString().replaceAll("a", "4"));
    },
  }),
  createWriteStream("f.txt"),
);
console.log(fs.readFileSync("f.txt", "utf8").split("\n")[0]);
