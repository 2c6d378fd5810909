// A depth that is no number counts as 0, text as the number that it says.
const nested = [1, [2, [3]]];
console.log(nested.flat("deep").length);
console.log(nested.flat("1").length);
