// Keys that surely are there when they are deleted, and others that may be gone.
const ages = new Map([["ann", 30], ["bob", 40]]);

function touch(name) {
  if (!ages.has(name)) return "unknown";
  const age = ages.get(name);
  ages.delete(name);
  ages.set(name, age + 1);
  return `${name} ${ages.get(name)}`;
}

function forgetTwice(name) {
  if (ages.has(name)) {
    ages.delete(name);
    ages.delete(name);
  }
  return ages.size;
}

function clearFirst(name) {
  if (ages.has(name)) {
    ages.clear();
    ages.delete(name);
  }
  return ages.size;
}

function otherName(name) {
  if (ages.has(name)) {
    name = "nobody";
    ages.delete(name);
  }
  return [...ages.keys()].join();
}

console.log(touch("ann"), touch("eve"), otherName("ann"));
console.log(forgetTwice("bob"), forgetTwice("bob"), clearFirst("ann"), clearFirst("ann"));
