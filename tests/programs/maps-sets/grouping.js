const words = ["apple", "avocado", "bean", "cherry", "blueberry"];
const byLetter = new Map();
for (const word of words) {
  const key = word[0];
  byLetter.set(key, [...(byLetter.get(key) ?? []), word]);
}
console.log([...byLetter].map(([k, v]) => `${k}=${v.join("|")}`).join("; "));
const lengths = words.reduce((acc, w) => ({ ...acc, [w.length]: (acc[w.length] || 0) + 1 }), {});
console.log(JSON.stringify(lengths));
