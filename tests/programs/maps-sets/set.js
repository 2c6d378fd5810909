const s = new Set(["c", "a", "b", "a"]);
console.log(s.size, [...s].join(""), s.has("a"), s.delete("c"), s.add("c") === s, [...s].join(""));
s.forEach((x) => console.log(x));
const other = new Set(["a", "z"]);
console.log([...s].filter((x) => other.has(x)), [...new Set([..."mississippi"])].join(""));
for (const [i, x] of [...s].entries()) console.log(i, x);
