// A loop within a callback has a variable of its own, whatever it is called.
const longer = ["a", "bcd"].filter(
  (x) =>
    x.length >
    [1, 0].reduce((out, x) => {
      out.unshift(x);
      return out;
    }, []).length -
      1,
);
console.log(longer);
