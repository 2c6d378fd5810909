// What is no function is a TypeError, also for an array without elements.
for (const attempt of [() => [1, 2].filter(5), () => [].some(null), () => [].map("x")]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}
console.log(Array.from({ 0: "a" }), Array.from({ length: 2, 1: "b" }));
