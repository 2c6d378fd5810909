// Arguments are evaluated before the method looks at its array.
const a = [3, 1, 2];
console.log(a.concat(a.pop()));
const b = [3, 1, 2];
console.log(b.concat(b.sort().join()));
const c = [3, 1, 2];
console.log(c.concat(c.reverse()));
const d = [3, 1];
console.log(d.concat(d.push(9)), d.includes(d.push(7)), d.indexOf(d.pop()));
const e = [3, 1];
console.log(e.slice(e.shift() - 3), e.join(e.push("x")));
const f = [5, 6];
const drop = () => f.shift();
console.log(f.concat(drop(), "end"), f.concat(drop()), f);
const g = [1];
console.log(g.concat(Math.max(2, 3)), g.concat([2].pop()));
