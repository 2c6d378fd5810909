function debounce(fn, ms) {
  let timer = null;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), ms);
  };
}
const log = debounce((text) => console.log("logged", text), 30);
log("a");
log("b");
setTimeout(() => log("c"), 10);
setTimeout(() => log("d"), 80);
