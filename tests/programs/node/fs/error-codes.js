const fs = require("fs/promises");
class HttpError extends Error { constructor(m, code) { super(m); this.code = code; } }
async function main() {
  try { await fs.readFile("nope", "utf8"); } catch (e) { console.log(e.code); }
  try { throw new HttpError("x", "EHTTP"); } catch (e) { console.log(e.code); }
  try { await fs.access("nope"); } catch { console.log("no access"); }
  const err = new Error("m"); err.code = "EMINE"; console.log(err.code);
}
main();
