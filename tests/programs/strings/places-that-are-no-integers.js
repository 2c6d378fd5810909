// Positions, lengths and counts that are no whole numbers (ECMA-262 7.1.5).
const places = [NaN, Infinity, -Infinity, 1.9, -1.5, 0, -1, 2];
function each(name, take) {
  const found = [];
  for (const place of places) {
    try {
      found.push(take(place));
    } catch (error) {
      found.push(error.name);
    }
  }
  console.log(name, JSON.stringify(found));
}
each("indexOf", (i) => "abcabc".indexOf("b", i));
each("lastIndexOf", (i) => "abcabc".lastIndexOf("b", i));
each("charAt", (i) => "abc".charAt(i));
each("charCodeAt", (i) => "abc".charCodeAt(i));
each("at", (i) => "abc".at(i));
each("codePointAt", (i) => "abc".codePointAt(i));
each("slice", (i) => "abcdef".slice(i));
each("slice2", (i) => "abcdef".slice(1, i));
each("substring", (i) => "abcdef".substring(i));
each("substring2", (i) => "abcdef".substring(1, i)); 
each("padStart", (i) => i === Infinity ? "" : "a".padStart(i, "-"));
each("repeat", (i) => "a".repeat(i)); 
each("aslice", (i) => [1, 2, 3].slice(i));
each("aslice2", (i) => [1, 2, 3].slice(1, i));
each("aindexOf", (i) => [1, 2, 1].indexOf(1, i));
each("alastIndexOf", (i) => [1, 2, 1].lastIndexOf(1, i));
each("aincludes", (i) => [1, 2].includes(1, i));
each("aat", (i) => [1, 2].at(i));
each("fill", (i) => [1, 2, 3].fill(0, i));
each("fill2", (i) => [1, 2, 3].fill(0, 1, i));
each("splice", (i) => { const a = [1, 2, 3]; return [a.splice(i, 1), a]; });
each("splice2", (i) => { const a = [1, 2, 3]; return [a.splice(0, i), a]; });
each("flat", (i) => [1, [2, [3]]].flat(i));
each("copyWithin", (i) => [1, 2, 3].copyWithin(0, i));
each("toSpliced", (i) => [1, 2, 3].toSpliced(i, 1));
each("with", (i) => [1, 2, 3].with(i, 9));
each("toFixed", (i) => (1.234).toFixed(i));
each("toPrecision", (i) => (1.234).toPrecision(i));
each("toExponential", (i) => (1.234).toExponential(i));
each("toString", (i) => (12).toString(i));
each("parseInt", (i) => parseInt("12", i));
each("fromCharCode", (i) => String.fromCharCode(i));
