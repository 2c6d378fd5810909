// The usual replacer, for what JSON has no form for: Python's integers are of one kind.
const bill = { id: 12345678901234567890n, count: 2 };
console.log(JSON.stringify(bill, (key, value) => (typeof value === "bigint" ? value.toString() : value)));
