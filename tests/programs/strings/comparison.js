const words = ["b", "a", "B", "ä", "10", "9", "z", "😀", "\uffee"];
console.log([...words].sort().join(" "));
console.log("10" < "9", 10 < 9, "10" < 9, "a" < "B", "a" < "b", "😀" < "\uffee");
console.log("abc" < "abcd", "" < "a", "Z" < "a");
