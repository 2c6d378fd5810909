// Properties of what may be a Map, a class or a plain object.
const get = (x) => x.a;
console.log(get({ a: 1 }), get(new Map([["a", 2]])));
const keys = (x) => Object.keys(x);
console.log(keys({ a: 1 }), keys(class {}));
const has = (x) => "a" in x;
console.log(has({ a: 1 }), has(["b"]));
const size = (x) => x.size;
console.log(size(new Map()), size({ size: 4 }));
const times = (x) => x * 2;
console.log(times(-3), times([1, 2]), times(undefined));
