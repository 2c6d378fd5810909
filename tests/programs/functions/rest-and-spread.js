function join(separator, ...parts) {
  return parts.join(separator) + ` (${parts.length})`;
}

const words = ["x", "y"];
console.log(join("-", "a", "b", "c"));
console.log(join("+", ...words, "z", ...words));
console.log(join("/"));
console.log(Math.max(...[3, 9, 4]), Math.min(5, ...[7, 2]));
