// The remainder of a negative number may be -0, which Object.is tells from 0.
for (const n of [-4, 3]) {
  const rest = n % 2;
  console.log(Object.is(rest, 0) ? "zero" : "not zero");
}
