// The arguments of a sloppy function change with its parameters.
function changed(a) {
  a = 5;
  return arguments[0];
}
console.log(changed(1));
