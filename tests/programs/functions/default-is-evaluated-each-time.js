let calls = 0;
function next() {
  calls += 1;
  return calls;
}
function collect(item, list = []) {
  list.push(item);
  return list;
}
function stamped(id = next()) {
  return id;
}
console.log(collect("a"), collect("b"));
console.log(stamped(), stamped(10), stamped(), calls);
