// A function that makes a typed array of whatever it is given.
const call = (f, ...values) => f(...values);
const words = (source) => new Uint16Array(source);
const buffer = new ArrayBuffer(4);
new Uint8Array(buffer)[1] = 1;
const given = [buffer].concat(JSON.parse("[[1, 2, 3]]"), 5);
for (const source of given) console.log(call((x) => words(x).length, source), call((x) => words(x)[0], source));
