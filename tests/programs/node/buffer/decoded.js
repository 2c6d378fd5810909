// A TextDecoder is given parts of a Buffer that is written to.
const decoder = new TextDecoder();
const data = Buffer.from("héllo");
data[0] = 72;
console.log(decoder.decode(data.subarray(0, 3)), decoder.decode(data));
console.log(new TextDecoder().decode(data.slice(3)));
