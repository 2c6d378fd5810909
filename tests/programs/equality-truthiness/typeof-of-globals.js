// What is no global of Node is undefined, whatever it is compared with.
if (typeof x1 !== "undefined") throw new Error("x" + typeof x1);
console.log(typeof x2);
const o = {};
console.log(typeof (o.p), typeof o.p === "undefined", typeof o.p !== "undefined");
if (typeof (x3) !== "undefined") console.log("bad");
if (typeof o.q !== "undefined") console.log("bad2");
console.log(typeof Math, typeof Map, typeof NaN, typeof undefined, typeof window, typeof process === "object", typeof process !== "undefined", typeof fetch !== "undefined");
if (typeof process !== "undefined" && typeof window === "undefined") console.log("node");
if (typeof Map === "function" && typeof JSON !== "function" && typeof Infinity === "number") console.log("known");
if (typeof undefined === "undefined" && typeof Symbol !== "undefined") console.log("both");
if (typeof arguments === "undefined") console.log("arguments");
