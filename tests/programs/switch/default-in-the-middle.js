const pick = (a, b) => a || b;
console.log(pick([], "other").length, pick({}, 1) === 1);
