const byId = {};
byId[10] = "ten";
byId["9"] = "nine";
byId[1.5] = "float";
byId[true] = "bool";
console.log(byId["10"], byId[9], byId["1.5"], byId.true, 10 in byId, "9" in byId);
const counts = {};
for (const n of [3, 1, 3, 2, 3]) counts[n] = (counts[n] ?? 0) + 1;
console.log(Object.entries(counts).map(([k, v]) => `${k}:${v}`).join(" "), Object.keys(counts)[0] === "1");
