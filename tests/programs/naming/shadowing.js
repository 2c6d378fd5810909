const x = "outer";
{
  const x = "block";
  console.log(x);
  {
    let x = "deeper";
    x += "!";
    console.log(x);
  }
  console.log(x);
}
console.log(x);
for (let x = 0; x < 1; x++) console.log(x);
console.log(x);
const f = (x) => {
  if (x) {
    const x = "in if";
    return x;
  }
  return x;
};
console.log(f(1), f(0), x);
