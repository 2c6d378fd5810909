// With the flag u, only characters of the syntax may be escaped; flags must be known.
const attempt = (source, flags) => {
  try {
    const pattern = new RegExp(source, flags);
    return pattern.test("a-");
  } catch (error) {
    return error instanceof SyntaxError;
  }
};
for (const source of ["\\ ", "\\-", "[\\-]", "a\\.", "\\A"]) console.log(attempt(source, "u"));
for (const flags of ["gg", "x", undefined]) console.log(attempt("a", flags));
