const größe = 5;
const ﬁ = "ligature";
const fi = "letters";
const ªb = 1;
const ab = 2;
const 日本 = "jp";
const \u0061c = "escaped";
console.log(größe, ﬁ, fi, ªb, ab, 日本, ac);
