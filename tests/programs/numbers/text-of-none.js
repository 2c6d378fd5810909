// null and undefined have no toString().
function show(value) {
  try {
    return value.toString();
  } catch (error) {
    return error instanceof TypeError;
  }
}
console.log(show(5), show(null), show(undefined), show(1.5));
