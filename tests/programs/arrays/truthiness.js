const empty = [];
console.log(empty ? "truthy" : "falsy", !empty, {} ? 1 : 2, empty.length ? 1 : 2, !!"", !!"0", !!NaN, !!-0);
if (empty) console.log("an empty array is true");
if (!empty.length) console.log("its length is not");
while (empty && empty.length < 2) empty.push(1);
console.log(empty || "other", empty && "both", new Set() ? "set" : "none");
