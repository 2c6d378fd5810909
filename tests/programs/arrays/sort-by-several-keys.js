// Comparators that compare one thing after another.
const people = [
  { name: "bob", age: 30, city: "Rome" },
  { name: "Ann", age: 25, city: "Oslo" },
  { name: "ann", age: 30, city: "Oslo" },
  { name: "cid", age: 25, city: "Rome" },
  { name: "bob", age: 25, city: "Oslo" },
];
const show = (list) => console.log(list.map((p) => `${p.name}/${p.age}/${p.city}`).join(" "));

show([...people].sort((a, b) => b.age - a.age || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
show([...people].sort((a, b) => a.age - b.age || (a.name < b.name ? -1 : 1)));
show([...people].sort((a, b) => b.age - a.age || (a.name > b.name ? -1 : a.name < b.name ? 1 : 0)));
show([...people].sort((a, b) => (b.city < a.city ? -1 : b.city > a.city ? 1 : 0) || a.age - b.age));
show([...people].sort((a, b) => (b.city < a.city ? -1 : b.city > a.city ? 1 : 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
show([...people].sort((a, b) => a.city.localeCompare(b.city) || b.age - a.age || a.name.localeCompare(b.name)));
show([...people].sort((a, b) => b.name.localeCompare(a.name)));
// Never 0, so that what stands behind it does not count.
show([...people].sort((a, b) => (a.age < b.age ? -1 : 1) || (a.name < b.name ? -1 : 1)));

const counts = new Map([["pear", 2], ["fig", 3], ["apple", 2]]);
const top = [...counts].sort(([first, m], [second, n]) => n - m || first.localeCompare(second));
console.log(top.map(([name, count]) => `${name}: ${count}`).join(", "));
console.log([...counts.keys()].sort((a, b) => a.length - b.length || (a < b ? 1 : a > b ? -1 : 0)).join());
// Another order than that of either property alone.
console.log([[1, 2], [0, 5], [1, 0]].sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(String).join(" "));
