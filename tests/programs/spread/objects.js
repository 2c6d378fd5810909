const base = { a: 1, b: { deep: true } };
const copy = { ...base, c: 3, a: 9 };
console.log(JSON.stringify(copy), copy.b === base.b);
console.log(JSON.stringify({ c: 0, ...base, ...null, ...undefined, ...{} }));
const on = true;
console.log(JSON.stringify({ ...(on && { on }), ...(!on && { off: 1 }) }));
