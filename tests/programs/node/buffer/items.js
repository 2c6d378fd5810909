// The bytes of a Buffer one by one, and what is looked for in it.
const data = Buffer.from("abcabc");
for (const [i, byte] of data.entries()) console.log(i, byte);
data.forEach((byte, i) => console.log(byte, i));
console.log([...data.keys()], [...data.values()].length, Array.from(data));
console.log(data.map((byte) => byte + 200), data.map((byte, i) => byte ^ i), data.filter((byte) => byte > 97));
console.log(data.reduce((sum, byte) => sum + byte, 0), data.every((byte) => byte > 1), data.some((byte) => byte > 98));
console.log(data.find((byte) => byte > 97), data.findIndex((byte) => byte === 99), data.join("-"));
console.log(data.indexOf("b"), data.indexOf("b", 2), data.lastIndexOf("b"), data.includes("ca"), data.includes("d"));
console.log(data.indexOf(Buffer.from("c")), data.indexOf(97), data.includes(97), data.lastIndexOf(97), data.indexOf("zz"));
console.log(data.toJSON().type, data.toJSON().data.length, JSON.stringify(data));
console.log(data.toString("ascii"), data.toString("hex", 4), data.toString("utf8", 0, 2), Buffer.isEncoding("HEX"), Buffer.isEncoding("x"));
const encodings = ["utf8", "hex", "base64", "base64url", "latin1", "ascii", "utf16le", "binary"];
for (const encoding of encodings) console.log(encoding, Buffer.from("héé?>~", "utf8").toString(encoding));
for (const encoding of ["utf8", "hex", "base64", "latin1", "ascii"]) console.log(Buffer.from("abf0zz", encoding));
console.log(Buffer.concat([data, data], 8), Buffer.concat([data], 8), Buffer.alloc(5, "ab"), Buffer.alloc(2, 1));

const key = Buffer.from("key");
const secret = Buffer.from("some data");
const mixed = Buffer.alloc(secret.length);
for (let i = 0; i < secret.length; i++) mixed[i] = secret[i] ^ key[i % key.length];
console.log(mixed.toString("base64"), secret.map((byte, i) => byte ^ key[i % key.length]).equals(mixed));
