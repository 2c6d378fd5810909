const zlib = require("zlib");
const z = zlib.gzipSync("hello hello hello");
console.log(zlib.gunzipSync(z).toString(), zlib.inflateSync(zlib.deflateSync(Buffer.from("abc"))).toString());
