function greet(name = "world", mark = name.length > 4 ? "!" : ".") {
  return `hello ${name}${mark}`;
}

console.log(greet());
console.log(greet("bob"));
console.log(greet(undefined, "?"));
console.log(greet("", "-"));
