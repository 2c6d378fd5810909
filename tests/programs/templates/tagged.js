function tag(strings, ...values) {
  return strings.map((s, i) => `[${s}]${i < values.length ? values[i] * 2 : ""}`).join("");
}
console.log(tag`a${1}b${2}`);
console.log(tag`plain`, String.raw`\n${1}\t`);
