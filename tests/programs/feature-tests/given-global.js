// A program may give Node what browsers have: the answer is that of the program, then.
global.window = { title: "given" };
if (typeof window !== "undefined") {
  console.log(window.title);
} else {
  console.log("none");
}
console.log(typeof document === "undefined" ? "no document" : "document");
