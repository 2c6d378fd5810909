function test(flag) {
  if (flag) {
    var inside = "set";
  }
  for (var i = 0; i < 2; i++) {
    var last = i;
  }
  return [inside, i, last];
}
console.log(test(true), test(false));
console.log(later);
var later = 1;
var later;
console.log(later);
