// Where the groups of a match are.
console.log(/(a)b/d.exec("xab").indices[1]);
