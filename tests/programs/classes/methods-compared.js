// A method is the same function for all objects of the class.
class Bus {
  on() {}
  static make() {}
}
const a = new Bus();
const b = new Bus();
console.log(a.on === b.on, a.on === a.on, Bus.make === Bus.make);
