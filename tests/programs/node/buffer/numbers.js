// Numbers in Buffers, of all widths and in both orders.
const b = Buffer.alloc(16);
console.log(b.writeInt8(-2), b.writeUInt8(255, 1), b.writeUint8(7, 2));
console.log(b.writeInt16LE(-300, 0), b.writeInt16BE(-300, 2), b.writeUInt16LE(65535, 4), b.writeUInt16BE(258, 6), b);
console.log(b.readInt8(0), b.readUInt8(1), b.readInt16LE(0), b.readInt16BE(2), b.readUInt16LE(4), b.readUInt16BE(6));
console.log(b.writeInt32LE(-5, 0), b.writeInt32BE(-5, 4), b.writeUInt32LE(0xdeadbeef, 8), b.writeUInt32BE(0xdeadbeef, 12), b);
console.log(b.readInt32LE(), b.readInt32BE(4), b.readUInt32LE(8), b.readUint32BE(12));
b.writeBigInt64LE(-12345678901234n);
b.writeBigUInt64BE(2n ** 63n + 1n, 8);
console.log(b, b.readBigInt64LE(), b.readBigUInt64BE(8), b.readBigInt64BE(8));
b.writeDoubleBE(1.5);
b.writeDoubleLE(-0.1, 8);
console.log(b, b.readDoubleBE(), b.readDoubleLE(8));
b.writeFloatBE(0.5);
b.writeFloatLE(3.14, 4);
console.log(b.subarray(0, 8), b.readFloatBE(), b.readFloatLE(4), b.readFloatBE(8) > 0);
console.log(b.writeUIntBE(0x123456, 0, 3), b.writeIntLE(-3, 3, 6), b.readUIntBE(0, 3), b.readIntLE(3, 6), b.readUIntLE(0, 2), b.readIntBE(1, 2));

for (const wrong of [
  () => b.writeUInt8(256),
  () => b.writeUInt8(-1),
  () => b.writeInt8(128, 0),
  () => b.writeInt16BE(40000),
  () => b.writeUInt32LE(2 ** 32),
  () => b.writeInt32BE(-(2 ** 31) - 1),
  () => b.writeUInt32LE(1, 13),
  () => b.readUInt32LE(13),
  () => b.readDoubleBE(9),
  () => b.writeUIntBE(2 ** 24, 0, 3),
  () => b.writeBigUInt64LE(-1n),
  () => Buffer.alloc(1).readUInt16LE(),
]) {
  try {
    wrong();
    console.log("no error");
  } catch (err) {
    console.log(err.name, err.code, err.message);
  }
}
