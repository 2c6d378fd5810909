const face = "a😀b";
console.log(face.length, face[3], face.indexOf("b"), [...face].length, face.slice(0, 1));
const plain = "abc";
console.log(plain.length, plain[1], "😀" < "\uffee", "z" < "😀");
for (let i = 0; i < face.length; i++) if (face[i] === "b") console.log(i);
