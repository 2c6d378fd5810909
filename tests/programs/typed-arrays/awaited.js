// Typed arrays that promises give.
async function read() { return new Uint8Array([1, 2]); }
async function main() { const d = await read(); console.log(d.length, d); const all = await Promise.all([read(), read()]); console.log(all.map((x) => x[0])); }
main();
