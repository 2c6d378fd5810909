import { exec, execFile } from "node:child_process";
import { promisify } from "node:util";
const run = promisify(exec);
const runFile = promisify(execFile);
const { stdout, stderr } = await run("echo hello; echo oops >&2");
console.log(stdout.trim(), stderr.trim());
const [a, b] = await Promise.all([runFile("echo", ["one"]), run("echo two")]);
console.log(a.stdout.trim(), b.stdout.trim());
try {
  await run("exit 3");
} catch (err) {
  console.log("failed with", err.code);
}
