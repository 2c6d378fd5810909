// Inheritance in its old forms; a base that stands behind what is based on it.
Dog.prototype = Object.create(Animal.prototype);
Dog.prototype.constructor = Dog;

function Dog(name) {
  Animal.apply(this, arguments);
  this.tricks = [];
}

Dog.prototype.speak = function () {
  return Animal.prototype.speak.apply(this, arguments) + " woof";
};

function Animal(name) {
  if (!(this instanceof Animal)) return new Animal(name);
  this.name = name;
}

Animal.prototype.speak = function (loud) {
  return this.name + (loud ? "!" : ":");
};

function Puppy() {
  Dog.call(this, "pup");
}
Puppy.prototype.__proto__ = Dog.prototype;

function NotFound(what) {
  Error.call(this);
  this.message = what + " is missing";
  this.code = "MISSING";
}
Object.setPrototypeOf(NotFound.prototype, Error.prototype);
NotFound.prototype.name = "NotFound";

console.log(new Dog("Rex").speak(true), Animal("cat").speak(), new Puppy().speak());
var pup = new Puppy();
console.log(pup instanceof Dog, pup instanceof Animal, pup.tricks, pup);
try {
  throw new NotFound("file");
} catch (err) {
  console.log(err.message, err.code, err instanceof NotFound, err instanceof Error);
}
