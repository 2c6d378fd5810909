const util = require("util");
console.log(util.inspect({ a: 1, b: [1, { c: { d: {} } }] }), util.format("%s=%d %j", "x", 3, { a: 1 }));
console.log(util.isDeepStrictEqual({ a: [1] }, { a: [1] }));
console.log(util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: null }));
console.log(util.inspect({a:{b:{c:{d:1}}}}, {depth: 0}), util.inspect("x"), util.types.isDate(new Date()));
