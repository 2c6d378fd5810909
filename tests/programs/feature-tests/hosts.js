// What browsers and loaders have is asked for, and Node has it not.
const host = typeof window !== "undefined" ? window : typeof self !== "undefined" ? self : "node";
console.log(host);
if (typeof document === "undefined") {
  console.log("no document");
} else {
  document.title = "js";
}
const isNode = typeof process !== "undefined" && typeof require === "function";
console.log(isNode);
if (typeof importScripts === "function" || typeof Deno !== "undefined") {
  var kind = "other";
}
console.log(kind);
