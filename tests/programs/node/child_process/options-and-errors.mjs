import { execSync, execFileSync, spawnSync, exec, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
console.log("first");
execSync("echo inherited", { stdio: "inherit" });
console.log("second");
try {
  execSync("exit 4", { stdio: "pipe" });
} catch (e) {
  console.log(e.status, e.message);
}
try {
  execFileSync("no-such-program", ["x"]);
} catch (e) {
  console.log(e.code, e.message);
}
console.log(execSync("cat", { input: "from stdin", encoding: "utf8" }));
const r = spawnSync("sh", ["-c", "echo out; echo err >&2; exit 2"], { encoding: "utf8" });
console.log(r.status, r.signal, JSON.stringify(r.stdout), JSON.stringify(r.stderr), r.error === undefined);
const missing = spawnSync("no-such-program", ["x"]);
console.log(missing.status, missing.error?.code);
const killed = spawnSync("sh", ["-c", "kill -9 $$"]);
console.log(killed.status, killed.signal, killed.stdout.length);
exec("echo a; echo b >&2; exit 5", (error, stdout, stderr) => {
  console.log(error.code, stdout.trim(), stderr.trim());
  execFile("no-such-program", ["a"], (error, stdout) => {
    console.log(error.code, stdout === "");
  });
});
const run = promisify(exec);
try {
  await run("echo partial; exit 7");
} catch (e) {
  console.log(e.code, e.stdout.trim());
}
const { stdout: here } = await run("pwd", { cwd: "/" });
console.log(here.trim());
const child = spawn("sh", ["-c", "echo $GREETING; read x; echo got $x"], { env: { ...process.env, GREETING: "hello" }, stdio: ["pipe", "pipe", "inherit"] });
child.stdin.end("word\n");
let text = "";
child.stdout.setEncoding("utf8");
for await (const part of child.stdout) text += part;
console.log(text.split("\n"));
