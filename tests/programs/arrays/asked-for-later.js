// An element that may not be there, asked for through a variable or a function.
function firstName(people) {
  const first = people[0];
  if (!first) return "nobody";
  return first.name;
}
function lastOf(people) {
  const last = people[people.length - 1];
  return last?.name;
}
function sum(text) {
  const numbers = text.split("+").map((part) => ({ value: Number(part) }));
  let position = 0;
  const peek = () => numbers[position];
  let total = 0;
  while (peek()) {
    total += peek().value;
    position += 1;
  }
  return total;
}
function letters(text) {
  let position = 0;
  const next = () => text[position++];
  let found = "";
  for (;;) {
    const c = next();
    if (c === undefined) break;
    if (/[a-z]/.test(c)) found += c;
  }
  return found;
}
const people = [{ name: "Ann" }, { name: "Bob" }];
console.log(firstName(people), firstName([]), lastOf(people), lastOf(people.slice(5)));
console.log(sum("1+2+3"), letters("a1b2"));
const missing = people[7];
console.log(missing === undefined, missing ?? "none");
