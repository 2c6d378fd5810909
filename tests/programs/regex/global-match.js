const text = "cat Cot cut";
console.log(text.match(/c.t/g), text.match(/c.t/gi), text.match(/dog/g));
const re = /c(.)t/gi;
let m;
while ((m = re.exec(text))) {
  console.log(m[1], m.index, re.lastIndex);
}
for (const [all, vowel] of text.matchAll(/c(.)t/gi)) console.log(all, vowel);
