function kind(x) {
  switch (x) {
    case 1:
      return "number one";
    case "1":
      return "text one";
    case true:
      return "true";
    case null:
      return "null";
    case undefined:
      return "undefined";
    case NaN:
      return "never";
    default:
      return "other";
  }
}
console.log([1, "1", true, null, undefined, NaN, 0].map(kind));
