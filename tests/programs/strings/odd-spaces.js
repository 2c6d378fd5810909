// White space in one of both languages only; a filling that is left out.
console.log(["\uFEFFa ".trim().length, "\u001Ca\u0085".trim().length, " \uFEFFa ".trimStart().length]);
console.log("abc".padStart(5, undefined) + "|" + "abc".padEnd(5, undefined) + "|");
