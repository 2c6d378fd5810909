// What has a default is looked at once, also where a comprehension goes through it.
const words = [["b", "a"], []];
console.log(words.map((ws) => ws.map((w) => w[1] ?? "?").map((w) => w + ws.length)));
console.log(words.map((ws) => [ws.at(-1) ?? "none"].find((w) => w !== "b") ?? "no"));
console.log([Math.min([0].at(-1) ?? 255)].findIndex((n) => n > 0));
console.log(words.map((ws) => ws.map((w) => w[1] ?? "?").filter((w) => ws.includes(w) || w).map((w) => w + 1)));
console.log([0, 3, 1].filter(Boolean).map((n) => n * 2).map((n) => n + 1));
console.log(Math.round(Math.trunc([1].reduce((sum, n) => sum + n) + parseInt("3.5".slice(8)))));
