// URLSearchParams as what they are when iterated: pairs of a name and a value.
const url = new URL("https://a.b/c?x=1#h");
url.searchParams.append("y", "2 3");
console.log(url.href, url.pathname, [...url.searchParams], url.host);
for (const [name, value] of url.searchParams) console.log(name, value);
console.log(Object.fromEntries(url.searchParams), new Map(url.searchParams));

const params = new URLSearchParams("a=1&b=2&a=3");
console.log([...params], Array.from(params), new Map(params));
console.log(Array.from(params, ([name, value]) => `${name}=${value}`));
const [first, ...rest] = params;
console.log(first, rest);
const [, second] = params;
console.log(second);
const [[name, value]] = params;
console.log(name, value);
const all = [];
all.push(...params, ["z", "9"]);
console.log(all.length, new Set(params).size);

function* pairs() {
  yield* params;
}
for (const pair of pairs()) console.log(pair.join(":"));

const without = new URLSearchParams([...params].filter(([key]) => key !== "a"));
console.log(without.toString());
const copy = new URLSearchParams(params);
copy.set("a", "0");
console.log(copy.toString(), params.toString());
console.log(new URLSearchParams(url.searchParams).toString());
console.log(new URLSearchParams(new Map([["k", 1]])).toString());
console.log(new URLSearchParams(copy.entries()).toString());
const { searchParams } = new URL("https://a.b/?p=1&q=2");
console.log(Object.fromEntries(searchParams));
