const qs = require("querystring");
console.log(qs.parse("a=1&b=2&a=3").a, qs.stringify({ a: 1, b: "x y" }));
