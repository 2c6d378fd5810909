const def = 1;
const lambda = (from) => from + def;
let None = "none";
let True = false;
const pass = [1, 2, 3];
const is = pass.length, not = 5, and = 6, or = 7;
function global(nonlocal, del) {
  return nonlocal - del;
}
const elif = { raise: 1, except: 2, assert: 3, with: 4, yield: 5, await: 6 };
console.log(def, lambda(2), None, True, is, not + and + or, global(9, 4));
console.log(elif.raise + elif.except + elif.assert, elif.with, elif.yield, elif.await);
