let calls = 0;
const count = () => {
  calls++;
  return "key";
};
const none = undefined;
none?.[count()];
none?.method(count());
const some = { key: "value", method: (x) => x };
console.log(some?.[count()], some?.method(count()), calls);
delete some?.key;
console.log(some.key ?? "deleted", none?.a.b.c ?? "fallback");
