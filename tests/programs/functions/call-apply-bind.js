function introduce(greeting, mark) {
  return `${greeting}, I am ${this.name}${mark}`;
}

const person = { name: "Kim" };
console.log(introduce.call(person, "Hi", "!"));
console.log(introduce.apply(person, ["Hello", "."]));
const bound = introduce.bind(person, "Hey");
console.log(bound("?"));
