// The most frequent words of a text.
const SENTENCES = [
  "The quick brown fox jumps over the lazy dog",
  "A dog barks at the fox, and the fox runs away",
  "Over the hills and far away, the quick river runs",
  "Nobody knows where the brown river ends; the dog does not care",
];

function wordCount(text) {
  const counts = new Map();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    if (word === "") continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const lines = [];
for (let i = 0; i < 4000; i++) {
  lines.push(SENTENCES[i % SENTENCES.length]);
}
const counts = wordCount(lines.join("\n"));
const top = [...counts.entries()]
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, 8);
for (const [word, count] of top) {
  console.log(`${word.padEnd(8)} ${count}`);
}
