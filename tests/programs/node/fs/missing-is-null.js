const fs = require("fs");
function load(p) {
  try {
    return fs.readFileSync(p, "utf8");
  } catch (err) {
    if (err.code === "ENOENT") return null;
    throw err;
  }
}
console.log(load("nope"));
