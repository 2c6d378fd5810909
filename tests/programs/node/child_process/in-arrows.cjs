const fs = require("fs");
const cp = require("child_process");
setTimeout(() => { cp.exec("echo hi", (err, out) => console.log(out)); }, 1);
const run = () => { cp.exec("echo hi", (err, out) => { if (err) console.log("x"); else console.log(out); }); };
run();
