const fs = require("fs");
const path = require("path");
const os = require("node:os");
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "x-"));
const file = path.join(dir, "a.txt");
fs.writeFileSync(file, "hello\n");
fs.appendFileSync(file, "world\n");
const text = fs.readFileSync(file, "utf8");
console.log(text.split("\n").length, text);
fs.mkdirSync(path.join(dir, "b", "c"), { recursive: true });
console.log(fs.existsSync(file), fs.existsSync(path.join(dir, "nope")));
const names = fs.readdirSync(dir);
console.log(names.sort());
const st = fs.statSync(file);
console.log(st.size, st.isFile(), st.isDirectory());
try {
  fs.readFileSync(path.join(dir, "nope"), "utf8");
} catch (err) {
  if (err.code === "ENOENT") console.log("missing");
  else throw err;
}
for (const e of fs.readdirSync(dir, { withFileTypes: true })) {
  console.log(e.name, e.isDirectory());
}
fs.renameSync(file, path.join(dir, "z.txt"));
fs.copyFileSync(path.join(dir, "z.txt"), file);
fs.unlinkSync(file);
fs.rmSync(dir, { recursive: true, force: true });
console.log(fs.existsSync(dir));
