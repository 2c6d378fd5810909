console.log(1 === true, 0 === false, 1 === 1.0, "1" === 1, null === undefined, NaN === NaN, "" === "", true === true);
const values = [1, true, "1", 0, false, "", null, undefined];
console.log(values.map((a) => values.map((b) => (a === b ? "x" : ".")).join("")).join("\n"));
