const fnv = (text) => {
  let hash = 2166136261;
  for (const c of text) {
    hash ^= c.charCodeAt(0);
    hash = Math.imul(hash, 16777619);
  }
  return hash >>> 0;
};
console.log(fnv(""), fnv("a"), fnv("hash me"));
const old = (text) => {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h << 5) - h + text.charCodeAt(i) | 0;
  return h;
};
console.log(old("hello world"), old(""), old("a long text with many words"));
