"use strict";

const text = "the quick fox and the lazy dog and the end";

const counts = new Map();
for (const word of text.split(" ")) {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
for (const [word, count] of ranked.slice(0, 3)) {
  console.log(`${word} ${count}`);
}
