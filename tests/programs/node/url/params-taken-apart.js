// Where no declaration takes the parameters apart, that is refused.
const show = ([[name, value]]) => console.log(name, value);
show(new URLSearchParams("a=1"));
let second;
[, second] = new URLSearchParams("a=1&b=2");
console.log(second);
