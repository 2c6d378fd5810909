const assert = require("assert");
assert(1 + 1 === 2); assert.equal(1, 1); assert.strictEqual("a", "a"); assert.deepStrictEqual({ a: [1] }, { a: [1] });
assert.throws(() => { throw new Error("x"); });
try { assert.strictEqual(1, 2); } catch (e) { console.log(e.name, e.code); }
try { assert(false, "msg"); } catch (e) { console.log(e.message); }
console.log("ok");
