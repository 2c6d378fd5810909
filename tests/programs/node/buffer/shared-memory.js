// What slice and subarray give shares the memory.
const data = Buffer.from("hello world");
const word = data.subarray(6);
word[0] = 87;
console.log(data.toString(), word.toString(), word);
const half = data.slice(0, 5);
data.write("HE");
console.log(half.toString(), half.indexOf("l"), half.includes("lo"), half.lastIndexOf(108));
console.log(half.equals(Buffer.from("HEllo")), half.compare(data), Buffer.compare(data, half));
console.log(half.toString("hex"), half.toString("base64"), half.toString("utf8", 1, 3));
console.log(Buffer.concat([half, word]).toString(), half.subarray(1, 3).toString(), half.readUInt16BE(0));
half.fill("-");
console.log(data.toString());
for (const byte of half) console.log(byte);
console.log(half.map((byte) => byte * 6), `${half}`, half.toJSON());

const quiet = Buffer.from("never written to");
console.log(quiet.subarray(6, 13).toString(), quiet.slice(-2).toString(), quiet.slice());
