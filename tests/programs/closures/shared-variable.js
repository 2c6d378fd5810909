function makeAccount() {
  let balance = 0;
  return {
    put: (x) => (balance += x),
    take: (x) => {
      balance -= x;
      return balance;
    },
    show() {
      return `balance ${balance}`;
    },
  };
}
const a = makeAccount();
const b = makeAccount();
console.log(a.put(10), a.take(3), b.put(1));
console.log(a.show(), b.show());
