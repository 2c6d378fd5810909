const helper = require("node:path");
async function main() {
  await new Promise((r) => setTimeout(r, 1));
  console.log("hi", double(2));
}
module.exports = { main, twice: double, limit: 5 };
exports.extra = function (x) {
  return x + 1;
};
function double(x) {
  return x * 2;
}
// run it
if (require.main === module) {
  main().catch((err) => {
    console.error(err);
    process.exit(1);
  });
}
