function tag(strings, first) { return strings.raw.length + strings[0] + strings.raw[1] + first; }
console.log(tag`a${1}\n${2}c`);
function none() { return "none"; }
console.log(none`x${1}`);
const rest = (texts, ...values) => texts.join("|") + values.join();
console.log(rest`1${"a"}2${"b"}3`);
function raw({ raw }, ...values) { return raw.join("-"); }
console.log(raw`\t${0}\u0041`);
console.log(Array.isArray(((s) => s)`q`));
