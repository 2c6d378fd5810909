const values = [0, "", false, null, undefined, NaN, "x"];
console.log(values.map((v) => v ?? "default"));
console.log(values.map((v) => v || "default"));
console.log(values.map((v) => (v && "truthy") === "truthy"));
