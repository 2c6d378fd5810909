const o = { b: 1, 2: "two", a: 2, 1: "one", "-1": "minus", "01": "text" };
console.log(Object.keys(o).join(" "));
o[0] = "zero";
o.z = 26;
console.log(JSON.stringify(o));
for (const key in o) console.log(typeof key, key);
