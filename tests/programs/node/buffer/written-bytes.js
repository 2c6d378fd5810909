// Buffers that are written to, by index and by methods.
const frame = Buffer.alloc(8);
frame[0] = 300;
frame[1] = -1;
for (let i = 2; i < frame.length; i++) frame[i] = i * 70;
frame[2] ^= 255;
frame[3] += 200;
frame[4]++;
console.log(frame, frame.length, frame[0], [...frame]);

const text = Buffer.alloc(8);
console.log(text.write("hé"), text.write("xyz", 4), text.write("abcd", 6), text);
console.log(text.write("€", 6), text.write("0aff", 0, "hex"), text.write("abcdef", 2, 3), text);
text.fill(".");
text.fill("ab", 1, 6);
text.fill(0, 6);
console.log(text.toString("latin1").length, text);

const copy = Buffer.alloc(3);
console.log(text.copy(copy), copy.toString(), text.copy(copy, 1, 2, 4), copy.toString());
copy.set([1, 2], 1);
copy.set(Buffer.from("A"));
console.log(copy);

const order = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(order.swap16(), order.swap32(), order.swap64(), order.reverse());

const original = Buffer.from("abc");
const changed = Buffer.from(original);
changed[0] = 122;
console.log(original.toString(), changed.toString(), original.equals(changed));

function encode(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
console.log(Buffer.concat([encode(1), encode(0xdeadbeef)]).toString("hex"));

class Writer {
  constructor(size) {
    this.bytes = Buffer.allocUnsafe(size);
    this.at = 0;
  }
  byte(value) {
    this.bytes[this.at++] = value;
    return this;
  }
  word(value) {
    this.at = this.bytes.writeUInt16LE(value, this.at);
    return this;
  }
  get written() {
    return this.bytes.subarray(0, this.at);
  }
}
const writer = new Writer(16).byte(1).byte(300).word(513);
console.log(writer.written, writer.written.toString("base64"), writer.written.length);
console.log(writer.written.equals(Buffer.from("012c0102", "hex")), Buffer.isBuffer(writer.written));
