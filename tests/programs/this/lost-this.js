"use strict";
class Greeter {
  name = "Greeter";
  hello() {
    return this === undefined ? "no this" : this.name;
  }
}
const g = new Greeter();
const { hello } = g;
const bound = g.hello.bind(g);
console.log(g.hello(), hello(), bound(), [g.hello].map((f) => f())[0] === "no this");
