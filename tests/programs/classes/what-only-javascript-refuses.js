// Constructors without super(), private names of a class around: errors in JavaScript.
class Base {}
class Silent extends Base {
  constructor() {}
}
try {
  console.log(new Silent() instanceof Base);
} catch (error) {
  console.log(error instanceof ReferenceError);
}
