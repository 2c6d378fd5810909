const { execSync, exec } = require("child_process");
console.log(execSync("echo hi").toString().trim());
exec("echo x; exit 0", (err, stdout, stderr) => { console.log(err, stdout.trim()); });
