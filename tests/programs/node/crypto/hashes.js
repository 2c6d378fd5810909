const crypto = require("crypto");
console.log(crypto.createHash("sha256").update("abc").digest("hex"));
console.log(crypto.createHash("md5").update("a").update("b").digest("base64"));
console.log(crypto.createHmac("sha1", "key").update("abc").digest("hex"));
console.log(crypto.randomBytes(8).toString("hex").length, crypto.randomUUID().length, crypto.randomInt(5) < 5);
console.log(crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("a")));
const h = crypto.createHash("sha1"); h.update("abc"); console.log(h.digest("hex"));
