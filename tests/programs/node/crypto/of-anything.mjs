import { createHash, createHmac, randomBytes } from "node:crypto";
const sha = (s) => createHash("sha256").update(s).digest("hex").slice(0, 8);
console.log(sha("x"), sha(Buffer.from("x")), sha(JSON.stringify({ a: 1 })));
function etag(body) {
  const h = createHash("sha1");
  h.update(body, "utf8");
  return `"${h.digest("base64").substring(0, 27)}"`;
}
console.log(etag("hello"));
function sign(payload, secret) {
  return createHmac("sha256", secret).update(payload).digest("hex").slice(0, 10);
}
console.log(sign("p", "s"), sign(Buffer.from("p"), Buffer.from("s")));
randomBytes(4, (err, bytes) => console.log("callback", err, bytes.length));
console.log("before");
