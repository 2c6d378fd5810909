const values = [1, true, "1", 0, false, "", null, undefined, NaN, [], "0", [0]];
for (const a of values) console.log(values.map((b) => (a == b ? "x" : ".")).join(""));
const nothing = undefined;
console.log(nothing == null, null == 0, null >= 0, undefined == 0);
