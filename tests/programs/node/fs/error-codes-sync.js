const fs = require("fs");
try {
  fs.readFileSync("nope");
} catch (e) {
  console.log(e.code, e instanceof Error);
}
try { fs.mkdirSync("."); } catch (e) { if (e.code !== "EEXIST") throw e; console.log("ok"); }
