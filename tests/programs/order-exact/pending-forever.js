// What waits forever neither holds the program nor runs its finally.
async function stuck() {
  try {
    console.log("waiting");
    await new Promise(() => {});
  } finally {
    console.log("never");
  }
}
async function* endless() {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("never either");
  }
}
stuck();
endless().next().then((s) => console.log(s.value));
setTimeout(() => console.log("end"), 2);
