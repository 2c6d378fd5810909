// A BigInt where something else may stand: the kind of the result is not known.
const kind = (x) => typeof x;
console.log(kind(10n), kind("5"));
const negative = (x) => -x;
console.log(negative(10n), negative({}));
const plus = (x) => +x;
console.log(plus("5"));
const low = (x) => ~x;
console.log(low(10n), low([]));
