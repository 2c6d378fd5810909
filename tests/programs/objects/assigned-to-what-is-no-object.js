function extend(target, more) {
  try {
    return Object.assign(target, more);
  } catch (error) {
    return error.name;
  }
}
console.log(extend({ a: 1 }, { b: 2 }).b);
console.log(extend(JSON.parse("null"), { b: 2 }));
