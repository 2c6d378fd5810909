function three(a, b, c) {
  return a + b + c;
}
const arrow = () => 0;
console.log(three.length, three.name, arrow.name, arrow.length);
