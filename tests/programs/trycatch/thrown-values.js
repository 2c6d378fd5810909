const thrown = ["text", 42, null, undefined, { code: 7 }, [1, 2], false];
for (const value of thrown) {
  try {
    throw value;
  } catch (err) {
    console.log(typeof err, err === value, err instanceof Error);
  }
}
try {
  throw { code: 404, retry: true };
} catch ({ code, retry = false }) {
  console.log(code, retry);
}
