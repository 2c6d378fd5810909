// Text as bytes, and back.
const encoder = new TextEncoder();
const bytes = encoder.encode("héllo €");
console.log(bytes, bytes.length);
const copy = new Uint8Array(bytes.length + 2);
copy.set(bytes, 1);
copy[0] = 60;
copy[copy.length - 1] = 62;
console.log(new TextDecoder().decode(copy), Buffer.from(copy).toString("hex"));
const total = copy.reduce((sum, byte) => sum + byte, 0);
console.log(total, copy.map((byte) => byte & 0x7f).filter((byte) => byte > 100).length);
console.log(new Uint8Array(Buffer.from("ab")), Uint8Array.from("xyz", (c) => c.charCodeAt(0)).join(" "));
function chunks(data, size) {
  const parts = [];
  for (let start = 0; start < data.length; start += size) parts.push(data.subarray(start, start + size));
  return parts;
}
for (const part of chunks(copy, 5)) console.log([...part].map((b) => b.toString(16).padStart(2, "0")).join(""));
