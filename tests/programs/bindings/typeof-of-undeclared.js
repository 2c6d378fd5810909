try {
  while ((() => { throw 1; })()) reached = "yes";
} catch {
  console.log(typeof reached);
}
console.log(typeof reached === "undefined");
