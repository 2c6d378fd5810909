// A header of bytes, written and read through views on one buffer.
const buffer = new ArrayBuffer(16);
const view = new DataView(buffer);
view.setUint16(0, 0xcafe);
view.setUint16(2, 0xcafe, true);
view.setInt32(4, -5);
view.setFloat32(8, 0.1, true);
view.setUint8(12, 255);
view.setInt8(13, -1);
const bytes = new Uint8Array(buffer);
console.log(bytes);
console.log(view.getUint16(0), view.getUint16(2), view.getInt32(4), view.getFloat32(8, true), view.getInt8(13));
const words = new Uint16Array(buffer, 4, 2);
words[0] = 7;
console.log(bytes[4], bytes[5], words.length, words.byteLength);
const copy = bytes.slice(0, 4);
copy[0] = 1;
console.log(bytes[0], copy[0]);
const part = bytes.subarray(2, 6);
part.fill(9);
console.log([...bytes], part.length);
bytes.set([1, 2, 3], 13);
console.log(Math.max(...bytes), bytes.indexOf(3), bytes.includes(9), buffer.byteLength, buffer.slice(4, 8).byteLength);
function read(littleEndian) {
  return view.getUint32(0, littleEndian);
}
console.log(read(true), read(false));
const big = new BigUint64Array(2);
big[0] = 2n ** 60n;
console.log(big[0], String(big[1]));
