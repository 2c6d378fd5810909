const util = require("util");
const fs = require("fs");
const readFile = util.promisify(fs.readFile);
async function main() { try { console.log((await readFile("nope", "utf8")).length); } catch (e) { console.log(e.code); } }
main();
