class lower {}
console.log(lower.name);
const other = class {}; console.log(other.name);
const given = class own {}; console.log(given.name);
let late; late = class {}; console.log(late.name);
function f({ part = class {} }) { return part.name; } console.log(f({}));
const [el = class {}] = []; console.log(el.name);
const o = { key: class {} }; console.log(o.key.name);
const fn = function () {}; const ar = () => 1; function decl_fn() {} console.log(fn.name, ar.name, decl_fn.name);
const { m = () => 1 } = {}; console.log(m.name);
console.log((class {}).name === "", (() => 1).name === "");
class Stat { static name = "mine"; } console.log(Stat.name);
class camelCase { who() { return this.constructor.name; } } console.log(new camelCase().who());
console.log(lower, given);
