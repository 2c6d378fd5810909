// Methods of what may be of another kind, which has no such method: a TypeError.
const attempt = (action) => {
  try {
    console.log(action());
  } catch (error) {
    console.log(error instanceof TypeError);
  }
};
const first = (x) => x.charAt(0);
const far = (x) => x.charAt(-3);
const twice = (x) => x.repeat(2);
const mapped = (x) => x.map((y) => y + 1);
const joined = (x) => x.join("-");
const back = (x) => x.toReversed();
const last = (x) => x.pop();
const fixed = (x) => x.toFixed();
const part = (x) => x.substring(1);
for (const value of ["abc", 5, [1, 2], { a: 1 }, null]) {
  attempt(() => first(value));
  attempt(() => far(value));
  attempt(() => twice(value));
  attempt(() => mapped(value));
  attempt(() => joined(value));
  attempt(() => back(value));
  attempt(() => part(value));
}
attempt(() => last([1]));
attempt(() => last(null));
attempt(() => fixed(2));
attempt(() => fixed(null));
