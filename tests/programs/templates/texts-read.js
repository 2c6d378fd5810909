// Texts that are read only are a list, wherever they are handed to.
const joined = (texts) => texts.join("_");
const same = (texts) => texts;
function tag(texts, ...values) {
  return `${joined(texts)} ${texts.length} ${values}`;
}
for (let i = 0; i < 2; i++) console.log(tag`a${i}b`, same`x${i}y`.length);
