const m = new Map([["a", 1], [1, "one"], ["1", "text one"], [true, "yes"], [null, "nil"]]);
console.log(m.size, m.get(1), m.get("1"), m.get(true), m.get(null), m.get("zzz"), m.has("a"));
m.set("a", 2).set("b", 3);
console.log(m.delete("a"), m.delete("a"), [...m.keys()].map(String).join());
m.set("a", 9);
console.log([...m.values()].pop(), [...m].length);
m.forEach((value, key) => typeof key === "string" && console.log(key, value));
m.clear();
console.log(m.size);
