// Symbols as keys of objects, and what lists the keys.
const kind = Symbol("kind");
const secret = Symbol("secret");
const o = { name: "n", [kind]: 1 };
console.log(o);
console.log(o[kind], o[secret]);
o[secret] = 2;
console.log(Object.keys(o), JSON.stringify(o));
for (const k in o) console.log(k);
const c = { ...o };
console.log(c[kind], c);
const d = Object.assign({}, o);
console.log(d[kind], d[secret]);
console.log(kind in o, Object.hasOwn(o, kind), o.hasOwnProperty(secret));
console.log(Object.entries(o), Object.values(o));
console.log(Object.getOwnPropertySymbols(o).length, Object.getOwnPropertySymbols(o));
console.log(Reflect.ownKeys(o));
delete o[kind];
console.log(kind in o, o);
