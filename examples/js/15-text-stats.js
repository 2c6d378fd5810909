"use strict";

// Word counts, reading time and a small histogram of a text.

const TEXT = `
  The sea was calm that night. The old keeper climbed the tower,
  lit the lamp, and waited; the sea was calm, the night was long.
  "Is it late?" he asked the sea. It did not answer!
`;

const STOP_WORDS = new Set(["the", "a", "and", "it", "was", "is", "he", "did", "not", "that"]);

/** All words in lower case. */
function words(text) {
  return text.toLowerCase().match(/[a-z']+/g) ?? [];
}

function sentences(text) {
  return text
    .split(/[.!?]+/)
    .map((s) => s.trim())
    .filter((s) => /[a-z]/i.test(s));
}

function frequencies(list) {
  const counts = {};
  for (const word of list) {
    counts[word] = (counts[word] || 0) + 1;
  }
  return counts;
}

const all = words(TEXT);
const meaningful = all.filter((word) => !STOP_WORDS.has(word));
const counts = frequencies(meaningful);

const top = Object.entries(counts)
  .sort(([wordA, a], [wordB, b]) => b - a || (wordA < wordB ? -1 : 1))
  .slice(0, 4);

console.log(`words: ${all.length}, different: ${new Set(all).size}`);
console.log(`sentences: ${sentences(TEXT).length}`);

const longest = all.reduce((best, word) => (word.length > best.length ? word : best), "");
console.log(`longest word: ${longest} (${longest.length})`);

const letters = all.join("").length;
console.log(`average length: ${(letters / all.length).toFixed(3)}`);

for (const [word, count] of top) {
  console.log(`${word.padStart(8)} ${"#".repeat(count)} ${count}`);
}

const capitalized = sentences(TEXT)[0]
  .split(" ")
  .map((word) => word[0].toUpperCase() + word.slice(1))
  .join(" ");
console.log(capitalized);

const initials = [...new Set(all.map((word) => word.charAt(0)))].sort().join("");
console.log(`initials: ${initials}`);

const reversed = [...longest].reverse().join("");
console.log(`${longest} backwards: ${reversed}, palindrome: ${reversed === longest}`);
