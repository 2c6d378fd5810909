const fs = require("fs");
const os = require("os");
const path = require("path");
const file = path.join(os.tmpdir(), `callbacks-${process.pid}.txt`);
fs.readFile("nope", "utf8", (err, text) => { if (err) { console.log(err.code); return; } console.log(text.length); });
fs.writeFile(file, "abc", (err) => {
  if (err) throw err;
  fs.readFile(file, "utf8", (err, text) => { console.log(err, text); fs.unlink(file, () => console.log("gone")); });
});
console.log(fs.readFileSync(0, "utf8").length);
