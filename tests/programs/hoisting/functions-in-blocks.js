if (process.argv.length > 0) function f() { return 1; }
console.log(f());
lab: function g() { return 2; }
console.log(g());
{
  function inner() { return "inner"; }
  inside: function marked() { return "marked"; }
  console.log(inner(), marked());
}
console.log(inner());
function outer(flag) {
  if (flag) {
    function made() { return "made"; }
  }
  return typeof made === "function" ? made() : "none";
}
console.log(outer(true), outer(false));
{ function two() { return 1; } console.log(two()); }
{ function two() { return 2; } console.log(two()); }
let taken = "outer";
{ function taken2() {} { let taken = 1; console.log(taken); } }
switch (1) { case 1: function cased() { return "cased"; } console.log(cased()); }
console.log(taken);
