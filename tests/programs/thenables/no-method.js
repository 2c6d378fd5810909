// A property `then` that is no function makes no promise of an object.
async function main() {
  const rule = await { if: "a", then: "b" };
  console.log(rule.then);
  const [one] = await Promise.all([{ then: 1 }]);
  console.log(one.then);
}

main();
