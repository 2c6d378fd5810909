// The remainder of what may be NaN may be -0, which Object.is tells from 0.
for (const n of [NaN, 2.5, -2, Infinity]) {
  const rest = n % n;
  console.log(Object.is(rest, 0) ? "zero" : "not zero");
}
