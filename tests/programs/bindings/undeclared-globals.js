// A global that is declared nowhere has no value before it is assigned.
function none() {}
const attempt = (f) => {
  try {
    f();
    return "done";
  } catch (e) {
    return e.name;
  }
};
console.log(attempt(() => none(later, (later = 1))));
console.log(attempt(() => none(later)));
