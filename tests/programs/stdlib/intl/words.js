// Plurals, lists, times from now, and the order of texts in en-US.
const rules = new Intl.PluralRules("en-US");
const order = new Intl.PluralRules("en-US", { type: "ordinal" });
const suffixes = { one: "st", two: "nd", few: "rd", other: "th" };
for (const n of [0, 1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 1.5, 1.0001]) {
  console.log(n, rules.select(n), order.select(n), `${n}${suffixes[order.select(n)]}`);
}

const letters = ["a", "b", "c", "d"];
for (const style of ["long", "short", "narrow"]) {
  for (const type of ["conjunction", "disjunction", "unit"]) {
    const list = new Intl.ListFormat("en", { style, type });
    console.log(letters.map((_, i) => list.format(letters.slice(0, i + 1))), `[${list.format([])}]`);
  }
}
console.log(new Intl.ListFormat("en-US").format(new Set(["x", "y"])));

for (const style of ["long", "short", "narrow"]) {
  for (const numeric of ["always", "auto"]) {
    const ago = new Intl.RelativeTimeFormat("en", { style, numeric });
    for (const unit of ["second", "minutes", "hour", "day", "week", "month", "quarter", "years"]) {
      console.log([-12345.6, -2, -1, -0, 0, 1, 2, 1.5].map((n) => ago.format(n, unit)).join(" | "));
    }
  }
}
const plain = new Intl.RelativeTimeFormat("en-US");
console.log(plain.format(-1, "day"), plain.format(3, "months"));
try {
  plain.format(1, "fortnight");
} catch (err) {
  console.log(err instanceof RangeError);
}

const collator = new Intl.Collator("en");
console.log(collator.compare("a", "B"), ["b", "a", "C", "ä", "Z"].sort(collator.compare));
const natural = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
const files = ["file10", "File2", "file1"];
console.log([...files].sort(natural.compare), files, files.sort((x, y) => natural.compare(y, x)));
console.log(new Intl.Collator("en", { sensitivity: "base" }).compare("a", "Á"));
