function fn() { return class { hi() { return "hi"; } }; }
export class C extends fn(await "a") {}
class D extends fn(await "b") { static at = 5; }
const use = () => new D().hi();
console.log(new C().hi(), use(), D.at);
export var { x = await new Promise((r) => r(3)) } = {};
const o = { 1n: "one", 999999999999999999n: "many", 2n() { return "two"; } };
class E { 1n() { return "own"; } }
const { 1n: one } = o;
console.log(o["1"], o["999999999999999999"], o["2"](), new E()["1"](), one, x);
