const enc = new TextEncoder(); const dec = new TextDecoder("utf-8");
const d = enc.encode("héé"); console.log(d.length, d[1], dec.decode(d), dec.decode(d.slice(0, 3)));
console.log([...d], Array.from(d).map((x) => x.toString(2)));
console.log(Buffer.from(d).toString("base64"));
let sum = 0; for (const x of d) sum += x; console.log(sum, crypto.randomUUID().length);
