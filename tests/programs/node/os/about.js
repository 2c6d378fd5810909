const os = require("os");
const { EOL } = require("os");
console.log(os.EOL === "\n", os.platform() === process.platform, os.homedir() === process.env.HOME, os.hostname().length > 0);
console.log(["a", "b"].join(EOL), os.tmpdir().length > 0, os.cpus().length > 0, os.totalmem() > os.freemem());
