// Only JSON.parse raises a SyntaxError here.
function read(text) {
  try {
    const value = JSON.parse(text);
    if (value.length > 3) throw new RangeError("too long");
    return value.length;
  } catch (error) {
    if (error instanceof SyntaxError) return "no JSON";
    throw error;
  }
}
console.log(read("[1, 2]"), read("[1, "));
try {
  read("[1, 2, 3, 4]");
} catch (error) {
  console.log(error instanceof RangeError, error instanceof SyntaxError, error.message);
}
