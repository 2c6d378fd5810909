// A lookbehind is gone through from its end: the group keeps the first of its rounds.
console.log("abcdef".match(/(?<=(?<a>\w){3})f/).groups.a);
console.log("abcdef".replace(/(?<=(\w){4})f/, "[$1]"));
