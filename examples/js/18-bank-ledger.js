"use strict";

// Accounts with classes, inheritance, and errors of their own.

class LedgerError extends Error {
  constructor(message) {
    super(message);
    this.name = new.target.name;
  }
}

class InsufficientFunds extends LedgerError {
  constructor(account, amount) {
    super(`${account.owner} cannot pay ${amount}, only ${account.balance} left`);
    this.missing = amount - account.balance;
  }
}

class UnknownAccount extends LedgerError {}

class Account {
  static #nextId = 1;

  static get count() {
    return Account.#nextId - 1;
  }

  constructor(owner, balance = 0) {
    this.id = Account.#nextId++;
    this.owner = owner;
    this.balance = balance;
    this.history = [];
  }

  get limit() {
    return this.balance;
  }

  deposit(amount) {
    if (amount <= 0) throw new RangeError("amount must be positive");
    this.balance += amount;
    this.history.push(amount);
  }

  withdraw(amount) {
    if (amount > this.limit) throw new InsufficientFunds(this, amount);
    this.balance -= amount;
    this.history.push(-amount);
  }

  describe() {
    return `#${this.id} ${this.owner}: ${this.balance}`;
  }
}

class CreditAccount extends Account {
  constructor(owner, balance, credit) {
    super(owner, balance);
    this.credit = credit;
  }

  get limit() {
    return super.limit + this.credit;
  }

  describe() {
    return `${super.describe()} (credit ${this.credit})`;
  }
}

class Bank {
  accounts = new Map();

  open(account) {
    this.accounts.set(account.owner, account);
    return account;
  }

  find(owner) {
    const account = this.accounts.get(owner);
    if (!account) throw new UnknownAccount(`no account for ${owner}`);
    return account;
  }

  transfer(from, to, amount) {
    const source = this.find(from);
    const target = this.find(to);
    source.withdraw(amount);
    target.deposit(amount);
    return `${from} -> ${to}: ${amount}`;
  }
}

const bank = new Bank();
bank.open(new Account("eve", 100));
bank.open(new CreditAccount("bob", 20, 50));

const transfers = [["eve", "bob", 30], ["bob", "eve", 90], ["eve", "bob", 500], ["eve", "zoe", 1], ["bob", "eve", 0]];
for (const [from, to, amount] of transfers) {
  try {
    console.log(bank.transfer(from, to, amount));
  } catch (err) {
    if (err instanceof InsufficientFunds) {
      console.log(`${err.name}: ${err.message} (missing ${err.missing})`);
    } else if (err instanceof LedgerError) {
      console.log(`${err.name}: ${err.message}`);
    } else {
      console.log(`refused: ${err.message}`);
    }
  }
}
for (const account of bank.accounts.values()) {
  console.log(account.describe(), `moves: ${account.history.join(", ")}`);
}
console.log(`accounts opened: ${Account.count}`);
