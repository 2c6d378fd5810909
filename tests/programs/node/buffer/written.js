const b = Buffer.from("abc");
b[0] = 65;
console.log(b.toString());
