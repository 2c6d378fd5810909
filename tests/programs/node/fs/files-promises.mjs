import { mkdtemp, readFile, writeFile, appendFile, readdir, mkdir, stat, rm, rename, copyFile, access } from "node:fs/promises";
import { join, basename, extname, dirname } from "node:path";
import os from "node:os";

const folder = await mkdtemp(join(os.tmpdir(), "files-"));
const file = join(folder, "a.txt");
await writeFile(file, "one\r\ntwo\n");
await appendFile(file, "three", "utf8");
const text = await readFile(file, "utf8");
console.log(JSON.stringify(text));
await writeFile(join(folder, "data.json"), JSON.stringify({ n: 1, list: [1, 2] }, null, 2));
const data = JSON.parse(await readFile(join(folder, "data.json"), { encoding: "utf8" }));
console.log(`${data.n} ${data.list.length}`);
await mkdir(join(folder, "sub", "deep"), { recursive: true });
for (const entry of await readdir(folder, { withFileTypes: true })) {
  console.log(entry.name, entry.isFile(), entry.isDirectory());
}
const info = await stat(file);
console.log(info.size, info.isFile());
await copyFile(file, join(folder, "b.txt"));
await rename(join(folder, "b.txt"), join(folder, "c.txt"));
console.log((await readdir(folder)).map((name) => `${basename(name, extname(name))}|${extname(name)}`));
const sizes = await Promise.all(["a.txt", "c.txt"].map(async (name) => (await readFile(join(folder, name))).length));
console.log(sizes);
async function exists(path) {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
console.log(await exists(file), await exists(join(folder, "nope")));
console.log(basename(dirname(join(folder, "sub", "deep"))));
await rm(folder, { recursive: true, force: true });
console.log(await exists(folder));
