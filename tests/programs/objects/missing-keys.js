const o = { a: 1, nothing: undefined, empty: null };
console.log(o.b, o["c"], o.nothing, o.empty, "nothing" in o, "b" in o, o.hasOwnProperty("a"));
if (!o.b) console.log("no b");
o.count = (o.count || 0) + 1;
o.count = (o.count || 0) + 1;
console.log(o.count, Object.hasOwn(o, "x"), o.toString === undefined);
