// With the flag i, Python's re takes a few letters for the same that JavaScript does not.
const texts = ["ſ", "\u212a", "ı", "İ", "s", "K", "I", "ẞ", "ß"];
for (const re of [/^[a-z]$/i, /^s$/i, /^k$/i, /^i$/i, /^[^a-z]$/i, /^\w\s*$/i, /^ß$/i, /^i$/iu, /^\w$/iu, /^[\p{L}_]$/iu, /\bS/iu]) {
  console.log(texts.map((text) => (text.match(re) ? 1 : 0)).join(""));
}
