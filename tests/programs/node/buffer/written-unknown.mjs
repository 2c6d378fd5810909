// Of a Buffer that comes out of a promise it is not known where it was made.
import fs from "node:fs/promises";
await fs.writeFile("a.bin", "abc");
const data = await fs.readFile("a.bin");
data[0] = 65;
console.log(data.toString());
