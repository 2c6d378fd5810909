function countdown(n, done) {
  if (n === 0) return done("lift-off");
  console.log(n);
  setTimeout(() => countdown(n - 1, done), 10);
}
countdown(3, (text) => {
  console.log(text);
});
