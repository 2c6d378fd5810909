const a = [1];
const b = [1];
console.log(a === b, a == b, a === a, [a, b].indexOf(b), [[1]].includes([1]));
const alias = a;
alias.push(2);
console.log(a, JSON.stringify(a) === "[1,2]", [] == "", [2] == 2);
