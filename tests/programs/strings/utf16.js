const face = "😀";
console.log(face.length, [...face].length, face.charCodeAt(0), face.codePointAt(0));
console.log("a😀b".slice(1, 3) === face, "a😀b".indexOf("b"), face[0] === "\ud83d");
console.log(String.fromCharCode(0xd83d, 0xde00), String.fromCodePoint(128512) === face);
console.log("é".length, "e\u0301".length, "e\u0301".normalize() === "é", "ß".toUpperCase(), "İ".toLowerCase().length);
