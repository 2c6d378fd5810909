const text = "one\nTwo\nthree";
console.log(text.match(/^t\w+$/gim), /one.Two/.test(text), /one.Two/s.test(text));
console.log(/^\p{Lu}/u.test("Éa"), /\bt/.test("at"), /[^\w\s]/.test("a b"));
const re = /ab+/gi;
console.log(re.source, re.flags, re.global, `${re}`);
