const s = "abc";
const out = [];
for (let i = 0; i <= s.length; i++) out.push(s[i] === undefined ? "end" : s[i]);
console.log(out, s[-1], s["length"], "abc".split("").reverse().join(""));
console.log([..."hello"].filter((c) => "aeiou".includes(c)).length, "a-b".split("-")[5]);
