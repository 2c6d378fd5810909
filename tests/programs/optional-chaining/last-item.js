// The last item of what may be empty, asked for at once or through a variable.
function runs(text) {
  const found = [];
  for (const c of text) {
    if (found.at(-1)?.[0] === c) found.at(-1)[1]++;
    else found.push([c, 1]);
  }
  return found.map(([c, count]) => `${count}${c}`).join("");
}
function lastName(people) {
  return people.at(-1)?.name ?? "nobody";
}
function describe(people) {
  const last = people.at(-1);
  if (!last) return "empty";
  return `last is ${last.name}`;
}
function second(people) {
  const person = people.at(1);
  return person === undefined ? "none" : person.name;
}
function end(people) {
  return people[people.length - 1]?.name;
}
const people = [{ name: "Ann" }, { name: "Bob" }];
console.log(runs("aabccc"), runs(""));
console.log(lastName(people), lastName([]), describe(people), describe([]));
console.log(second(people), second([]), end(people), end([]));
