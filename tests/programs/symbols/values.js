// Symbols as values: compared, described, kept in Maps, told apart in a switch.
const kind = Symbol("kind");
console.log(kind, typeof kind, kind === kind, kind === Symbol("kind"));
console.log(kind.toString(), String(kind), kind.description);
const Types = { A: Symbol("a"), B: Symbol("b") };
console.log(Types);
function name(type) {
  switch (type) {
    case Types.A:
      return "A!";
    case Types.B:
      return "B!";
    default:
      return "?";
  }
}
console.log(name(Types.A), name(Types.B), name(kind));
const found = new Map([[kind, 1], [Types.A, 2]]);
console.log(found.get(kind), found.has(Types.B), found);
const none = Symbol();
console.log(none, none.description, none.toString(), [kind, none], Symbol(12));
console.log(kind ? "yes" : "no", !!kind, kind == null);
const seen = new Set([kind, none, kind]);
console.log(seen.size, seen.has(Types.A), [Types.A, Types.B].map(String));
function describe(value) {
  return typeof value === "symbol" ? value.description : String(value);
}
console.log(describe(kind), describe(3), describe("x"));
try {
  throw kind;
} catch (thrown) {
  console.log(thrown === kind, thrown);
}
