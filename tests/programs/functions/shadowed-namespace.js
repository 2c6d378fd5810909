// A name for a built-in function where a parameter is called as the namespace.
const floor = Math.floor;
function sum(Math) {
  return floor(1.5) + Math;
}
console.log(sum(2));
