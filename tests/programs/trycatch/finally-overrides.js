/* eslint-disable no-unsafe-finally */
function override() {
  try {
    throw new Error("lost");
  } finally {
    return "from finally";
  }
}
function both() {
  try {
    return "from try";
  } finally {
    console.log("cleaning up");
  }
}
function breaks() {
  for (const x of [1, 2]) {
    try {
      return x;
    } finally {
      if (x === 1) continue;
    }
  }
  return "end";
}
console.log(override(), both(), breaks());
