const fs = require("fs");
const { pipeline, Transform } = require("stream");
const zlib = require("zlib");
fs.writeFileSync("in.txt", "line one\nline two\n");
const rs = fs.createReadStream("in.txt", "utf8");
let data = "";
rs.on("data", (chunk) => { data += chunk; });
rs.on("end", () => {
  console.log(data.trim().split("\n"));
  const ws = fs.createWriteStream("out.txt");
  ws.write("hello ");
  ws.write("world\n");
  ws.end("bye");
  ws.on("finish", () => {
    console.log(fs.readFileSync("out.txt", "utf8"), ws.bytesWritten);
    fs.createReadStream("in.txt").pipe(zlib.createGzip()).pipe(fs.createWriteStream("in.gz")).on("finish", () => {
      console.log(zlib.gunzipSync(fs.readFileSync("in.gz")).toString());
      const upper = new Transform({
        transform(chunk, encoding, callback) {
          callback(null, chunk.toString().toUpperCase());
        },
      });
      fs.createReadStream("in.txt").pipe(upper).pipe(process.stdout);
      upper.on("end", () => {
        pipeline(fs.createReadStream("in.txt"), fs.createWriteStream("copy.txt"), (err) => {
          if (err) console.error("failed", err);
          else console.log("copied", fs.existsSync("copy.txt"));
        });
      });
    });
  });
});
rs.on("close", () => console.log("closed"));
process.on("exit", () => console.log("over"));
setTimeout(() => { fs.createReadStream("nope.txt").on("error", (err) => console.log("error", err.code)); }, 300);
