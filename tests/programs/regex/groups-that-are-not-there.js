const m = "aba".match(/(?<a>a)(?<b>b)\k<a>/);
const x = m.groups.c;
console.log(x, m.groups.a);
console.log(m.groups.c === undefined);
const { a, d } = m.groups;
console.log(a, d);
