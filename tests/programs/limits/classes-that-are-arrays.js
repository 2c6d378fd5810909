// What a class that extends Array cannot be as a list.
class Doubling extends Array {
  push(x) {
    return super.push(x * 2);
  }
}
const doubled = new Doubling();
doubled.push(1);
console.log(doubled[0]);

class Sized extends Array {}
console.log(new Sized(3).length);

class Tagged extends Array {
  tag = "t";
}
const tagged = new Tagged();
tagged.push(1);
console.log(Object.keys(tagged), "tag" in tagged);
console.log(tagged.map((x) => x + 1) instanceof Tagged);
