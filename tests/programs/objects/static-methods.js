const o = { a: 1, b: 2 };
console.log(Object.values(o), Object.entries(o), Object.fromEntries([["k", 1]]).k);
const target = { a: 0 };
console.log(Object.assign(target, o, { c: 3 }) === target, JSON.stringify(target));
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.keys("ab"), Object.entries([7]));
const sealed = Object.freeze({ deep: { x: 1 } });
sealed.deep.x = 2;
console.log(sealed.deep.x, Object.isFrozen(sealed));
