const person = {
  first: "Grace",
  last: "Hopper",
  get full() {
    return `${this.first} ${this.last}`;
  },
  set full(value) {
    [this.first, this.last] = value.split(" ");
  },
};
console.log(person.full);
person.full = "Alan Turing";
console.log(person.last, person.first, Object.keys(person).length);
person.full += "?";
console.log(person.last);
