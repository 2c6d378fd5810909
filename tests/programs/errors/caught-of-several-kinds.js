for (const fail of [
  () => {
    throw new RangeError("bad");
  },
  () => {
    throw { code: 5, name: "plain" };
  },
  () => null.x,
]) {
  try {
    fail();
  } catch (e) {
    console.log(e.name, e.code, e instanceof TypeError, e instanceof Error);
  }
}
