import "node:fs";
console.log("loaded");
