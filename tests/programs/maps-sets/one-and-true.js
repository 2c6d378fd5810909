const m = new Map();
m.set(1, "number").set(true, "boolean").set("1", "text").set(0, "zero").set(false, "no");
console.log(m.size, m.get(1), m.get(true), m.get(0), m.get(false), m.get(-0));
console.log(new Set([1, true, "1", 1.0]).size, new Set([NaN, NaN]).size, [1, 2].includes(true));
