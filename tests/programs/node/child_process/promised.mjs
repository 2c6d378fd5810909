import { spawn, execFile, exec } from "child_process";
import util from "util";
const execFileAsync = util.promisify(execFile);
async function sh(cmd) {
  return new Promise((resolve, reject) => {
    exec(cmd, (error, stdout, stderr) => {
      if (error) { reject(error); return; }
      resolve(stdout ? stdout : stderr);
    });
  });
}
async function version() {
  const { stdout } = await execFileAsync("echo", ["v1"]);
  return stdout.trim();
}
const outputs = await Promise.all([version(), sh("echo two"), sh("echo three")]);
console.log(outputs.map((x) => x.trim()));
function runAll(cmds) {
  return Promise.all(cmds.map((c) => new Promise((resolve) => {
    const p = spawn(c, { shell: true });
    const parts = [];
    p.stdout.on("data", (b) => parts.push(b));
    p.on("close", (code) => resolve([code, Buffer.concat(parts).toString()]));
  })));
}
console.log(await runAll(["echo 1", "exit 2", "printf abc"]));
const sort = spawn("sort");
sort.stdout.on("data", (d) => process.stdout.write(d));
sort.on("close", () => console.log("sorted"));
for (const w of ["pear", "apple", "fig"]) sort.stdin.write(w + "\n");
sort.stdin.end();
