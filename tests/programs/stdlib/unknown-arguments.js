// A library whose callers are not in the file: nothing is known of what it is given.
const library = {
  root: (x) => Math.sqrt(x),
  raised: (x, y) => Math.pow(x, y),
  sign: (x) => Math.sign(x),
  cut: (text, from, to) => `${text}`.slice(from, to),
  parts: (by) => "a-b-c".split(by),
  letter: (index) => "abc".at(index),
  unique: (items) => [...new Set(items)],
  table: (entries) => new Map(entries).size,
  record: (entries) => Object.fromEntries(entries),
};
const given = [];
given.push(
  '{"root": [[9], ["16"], [-1]], "raised": [[2, 10], ["2", 0.5]], "sign": [[-3], ["x"], [0]], ' +
    '"cut": [["abcdef", 1], ["abcdef", -3, -1], ["abcdef", "2"], ["abcdef", 1.7, 99]], "parts": [["-"], [""], ["b"]], ' +
    '"letter": [[0], [-1], ["1"], [9]], "unique": [[[3, 1, 3]], ["hello"]], "table": [[[["a", 1], ["b", 2]]]], ' +
    '"record": [[[["a", 1], [2, "b"]]]]}',
);
const cases = JSON.parse(given.join(""));
for (const name of Object.keys(cases)) {
  for (const values of cases[name]) console.log(name, library[name](...values));
}
