// Named groups of a match, taken apart.
function read(text) {
  const found = /(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?/.exec(text);
  if (found === null) return "none";
  const { year, month: m, day } = found.groups;
  const { day: d = "01" } = found.groups;
  const { year: y, ...rest } = found.groups;
  return `${year}/${m}/${day} ${d} ${y} ${Object.keys(rest).join("+")}`;
}
console.log(read("2024-02-29"), read("2024-02"), read("x"));
for (const match of "a1 b2".matchAll(/(?<letter>[a-z])(?<digit>\d)/g)) {
  const { letter, digit } = match.groups;
  console.log(letter, Number(digit) + 1);
}
