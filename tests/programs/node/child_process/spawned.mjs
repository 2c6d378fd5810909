import { spawn } from "node:child_process";
import { once } from "node:events";
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let out = "";
    let err = "";
    child.stdout.on("data", (d) => { out += d; });
    child.stderr.on("data", (d) => { err += d.toString(); });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
console.log(await run("sh", ["-c", "echo hello; echo oops >&2; exit 3"]));
try { await run("no-such-program", []); } catch (e) { console.log(e.message, e.code); }
const cat = spawn("cat");
cat.stdout.setEncoding("utf8");
cat.stdout.on("data", (text) => console.log("got", text.trim()));
cat.stdin.write("one\n");
cat.stdin.end("two\n");
const [code] = await once(cat, "close");
console.log("code", code);
const sleeper = spawn("sleep", ["5"]);
setTimeout(() => sleeper.kill(), 50);
sleeper.on("exit", (code, signal) => console.log(code, signal, sleeper.killed));
await new Promise((resolve) => sleeper.on("close", resolve));
for await (const chunk of spawn("echo", ["looped"]).stdout) console.log(chunk.toString().trim());
