// Word counting, camelCase and slugs, as they are written for text of any language.
function splitCamelCase(name) {
  return name.replace(/(?<=\p{Ll}|\d)(?=\p{Lu})/gu, " ").replace(/(?<=\p{Lu}+)(?=\p{Lu}\p{Ll})/gu, " ");
}
function countWords(text) {
  const counts = new Map();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
const initials = (name) => name.match(/(?<!\p{L})\p{L}/gu).join("").toUpperCase();
const mask = (card) => card.replace(/\d(?=(?:\D*\d){4})/g, "*");
const thousands = (n) => String(n).replace(/(?<!\.\d*)(?<=\d)(?=(?:\d{3})+(?!\d))/g, ",");
console.log(splitCamelCase("größeÄndernJetzt"), splitCamelCase("parseHTMLString2Go"));
for (const [word, count] of countWords("L'été l'été, Straße — straße! Naïve; don’t")) console.log(word, count);
console.log(initials("élan vital Łódź"), mask("4111 1111-1111 1234"));
console.log(thousands(1234567.25), thousands(999), thousands(1000));
