const s = "Hello, World";
console.log(s.length, s.toUpperCase(), s.indexOf("o"), s.lastIndexOf("o"), s.indexOf("z"));
console.log(s.slice(-5), s.slice(2, -2), s.substring(5, 2), s.substr(7, 3), s.at(-1), s.charAt(99) === "");
console.log(s.includes("World"), s.startsWith("ell", 1), s.endsWith("d"), s.charCodeAt(0), s[0], s[50]);
console.log("  x ".trim() + "|", "  x".trimStart(), "ab".repeat(2), "5".padStart(3, "0"), "abc".padEnd(2));
console.log("a,b,,c".split(",").length, "x".concat("y", 1), "b".localeCompare("a"), "z" > "a");
