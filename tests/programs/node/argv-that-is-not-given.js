// Arguments that nobody gave: undefined as a value, in text, in a test and as a number.
const name = process.argv[2];
const folder = process.argv[3] ?? "here";
const mode = process.argv[4] || "plain";
console.log(name, folder, mode);
console.log(`${name} and ${process.argv[9]}`);
if (process.argv[2]) console.log("given");
console.log(Number(process.argv[5] ?? 7), parseInt(process.argv[6], 10), process.argv[7] === undefined);
console.log(typeof process.argv[0], process.argv.length);
