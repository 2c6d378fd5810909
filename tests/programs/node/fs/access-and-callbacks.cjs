const fs = require("fs");
fs.writeFileSync("a.txt", "abc");
fs.access("a.txt", fs.constants.R_OK, (err) => {
  console.log(err ? "no" : "readable");
  fs.access("nope", (err) => {
    console.log(err ? err.code : "there");
    fs.copyFile("a.txt", "b.txt", () => {
      fs.mkdir("q/r", { recursive: true }, () => {
        fs.rm("q", { recursive: true }, (err) => {
          console.log(fs.existsSync("q"), fs.readFileSync("b.txt", "utf8"), err === null);
        });
      });
    });
  });
});
try {
  fs.accessSync("missing", fs.constants.R_OK);
} catch (err) {
  console.log(err.code);
}
