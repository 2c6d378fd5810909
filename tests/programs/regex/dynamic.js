const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const word = "a.b";
const re = new RegExp(`^${escape(word)}$`, "i");
console.log(re.test("A.B"), re.test("axb"), escape("1+1=2?"));
console.log(new RegExp("\\d+").exec("ab12")[0], new RegExp(/x/g, "i").flags);
