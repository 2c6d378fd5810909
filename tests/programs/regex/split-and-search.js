console.log("a, b;c".split(/[,;]\s*/), "a1b2c".split(/(\d)/), "abc".split(""));
console.log("hello".search(/l+/), "hello".search(/z/), "".split(","), "a,b,c".split(",", 2));
