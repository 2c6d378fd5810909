const re = /(\d{4})-(\d{2})(?:-(\d{2}))?/;
const m = re.exec("on 2024-03, or so");
console.log(m[0], m[1], m[2], m[3], m.index, m.length);
console.log(re.exec("nothing"), re.test("1999-12-31"));
const { year, month } = "2020-07".match(/(?<year>\d+)-(?<month>\d+)/).groups;
console.log(year, month);
