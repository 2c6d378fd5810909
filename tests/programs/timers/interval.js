let n = 0;
const id = setInterval(
  (step) => {
    n += step;
    console.log("tick", n);
    if (n >= 6) clearInterval(id);
  },
  20,
  2,
);
