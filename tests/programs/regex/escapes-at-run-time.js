const make = (s, f) => { try { return new RegExp(s, f); } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : e.name; } };
const shown = (s, f) => { const r = make(s, f); return typeof r === "string" ? r : "ok"; };
for (const s of ["\\p", "[\\P]", "[\\B]", "\\c", "[\\c]", "\\k", "\\a", "a\\s", "[\\s]", "\\cA", "\\-"]) console.log(s, shown(s, "u"), shown(s, ""));
const isSpace = new RegExp(["\\", "s"].join(""), "");
const noSpace = new RegExp(["[^\\", "S]"].join(""), "");
for (const c of [28, 31, 32, 133, 160, 9, 11, 65279, 8203]) console.log(c, String.fromCharCode(c).search(isSpace), String.fromCharCode(c).search(noSpace));
console.log(/(?<a>a)|b/.exec("b").groups.a);
