// Fields under symbols: shown, left out of JSON and of the keys.
const kind = Symbol("kind");
const hidden = Symbol("hidden");
class Node1 {
  constructor(v) { this.v = v; this[hidden] = v * 2; }
  [kind]() { return "node" + this.v; }
  get twice() { return this[hidden]; }
  static [hidden] = "static";
  static make(v) { return new Node1(v); }
}
const n = Node1.make(3);
console.log(n[kind](), n.twice, n[hidden], Node1[hidden]);
n[hidden] += 1;
console.log(n.twice, kind in n);
console.log(n);
class Account {
  constructor(owner, balance) {
    this[hidden] = balance;
    this.owner = owner;
  }
  pay(amount) {
    this[hidden] -= amount;
    return this;
  }
}
const account = new Account("ann", 10).pay(3);
console.log(account, [account], { account });
console.log(JSON.stringify(account), JSON.stringify({ list: [account] }, null, 1));
console.log(Object.keys(account), Object.entries(account));
for (const key in account) console.log(key);
delete account[hidden];
console.log(account, hidden in account, account[hidden]);
