import * as path from "node:path";
function* g() {}
console.log(typeof g.prototype, path.basename("a/b.txt"));
