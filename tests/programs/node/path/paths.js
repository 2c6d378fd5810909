const path = require("path");
const { join, sep } = require("path");

const samples = ["", "/", "a", "a/", "a/b", "/a", "/a/b.txt", "a.b.c", "..", "../a", "./a", "a//b", "a/../b", ".bashrc", "x.tar.gz", "a."];
for (const p of samples) {
  console.log([p, path.normalize(p), path.dirname(p), path.basename(p), path.extname(p), path.isAbsolute(p)].join(" | "));
}
for (const p of ["/home/user/file.txt", "file", "./dir/.hidden", "/"]) {
  const parts = path.parse(p);
  console.log(parts, path.format(parts));
}
console.log(join("a", "..", "b"), join("a", "/b"), join(), join("", ""), join("x", "y/"));
console.log(path.relative("/a/b/c", "/a/d"), path.relative("/a", "/a") === "");
console.log(path.resolve("/x", "y", "../z"), path.resolve("/x", "/y"));
console.log(path.basename("a/b.txt", ".txt"), path.basename("b.txt", "b.txt").length);
console.log("a/b/c".split(sep).length, path.posix.join("a", "b"));
