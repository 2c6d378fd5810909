// Names of groups that are no ASCII, and references to groups that may have taken no part.
const m = /(?<año>\d+)-(?<_>b)/.exec("12-b");
console.log(m.groups.año, m.groups._);
console.log("12-b".replace(/(?<año>\d+)/, "<$<año>>"));
const attribute = /(\w+)=(["'])?([^"'\s>]*)\2/g;
for (const [, name, quote, value] of `a="1" b=2 c='x y'`.matchAll(attribute)) console.log(name, quote ?? "-", value);
