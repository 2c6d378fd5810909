// Objects that say themselves which number they are, and what is no number at all.
const price = { valueOf() { return 5; } };
console.log(price * 2);
console.log(price > 4);
console.log(price == 5);
console.log("abcabc".indexOf("b", "2"));
