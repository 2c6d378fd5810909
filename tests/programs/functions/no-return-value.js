function quiet() {}
const maybe = (x) => {
  if (x) return "yes";
};

console.log(quiet());
console.log(maybe(true), maybe(false));
console.log(quiet() === undefined);
