const Animal = class {
  constructor(sound) {
    this.sound = sound;
  }
  speak() {
    return this.sound;
  }
};
const make = (Base) =>
  class extends Base {
    speak() {
      return super.speak().toUpperCase();
    }
  };
const Loud = make(Animal);
console.log(new Animal("moo").speak(), new Loud("moo").speak());
