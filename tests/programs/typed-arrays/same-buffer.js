const bytes = new Uint8Array(4);
const others = new Uint8Array(bytes.buffer);
console.log(bytes.buffer === others.buffer);
