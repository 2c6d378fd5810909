// Headers that the program makes: names in any case, sorted when they are iterated.
const headers = new Headers({ "X-Trace": "7", Accept: "text/html" });
headers.append("accept", "text/plain");
headers.set("Age", 12);
console.log(headers.get("ACCEPT"), headers.has("x-trace"), headers.get("none"));
for (const [name, value] of headers) console.log(name, value);
console.log([...headers], [...headers.keys()], [...headers.values()]);
headers.forEach((value, name) => console.log(`${name}: ${value}`));
headers.delete("AGE");
headers.delete("age");
console.log(Object.fromEntries(headers), new Map(headers));

const copy = new Headers(headers);
copy.set("X-Trace", "8");
console.log(copy.get("x-trace"), headers.get("x-trace"));
console.log(Array.from(new Headers([["b", "2"], ["a", "1"], ["B", "3"]])));
console.log(Object.fromEntries(new Headers({ b: 1, a: "x" }).entries()));
