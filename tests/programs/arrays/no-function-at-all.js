// Something else in place of a callback is a TypeError before anything is called.
function attempt(action) {
  try {
    console.log(action());
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}
let made = 0;
function makeItems() {
  made += 1;
  return [1, 2];
}
const seen = new Map([["a", 1]]);
attempt(() => [].find({ id: 1 }));
attempt(() => [].findIndex(/a/));
attempt(() => [].findLast(new Date(0)));
attempt(() => [].sort(null));
attempt(() => [2, 1].sort(undefined));
attempt(() => [].reduce());
attempt(() => new Map().forEach({}));
attempt(() => seen.forEach(Symbol("no")));
attempt(() => new Set().forEach());
attempt(() => Map.groupBy([], "size"));
attempt(() => makeItems().map(null));
attempt(() => made + makeItems().filter("x").length);
attempt(() => (made > 5 ? makeItems().some(1) : made));

// It may be none: what is empty would not call it.
function visitAll(items, visit) {
  items.forEach(visit);
  return "visited";
}
attempt(() => visitAll(new Map(), undefined));
attempt(() => visitAll(new Map([["k", "v"]]), (value, key) => console.log(key, value)));
function mapAll(items, change) {
  return items.map(change).length;
}
attempt(() => mapAll([], undefined));
attempt(() => mapAll(["a"], (text) => text + text));
