const { promisify } = require("util");
function old(a, cb) { setTimeout(() => a < 0 ? cb(new Error("neg")) : cb(null, a * 2), 1); }
const p = promisify(old);
p(2).then((x) => console.log(x));
p(-1).catch((e) => console.log(e.message));
