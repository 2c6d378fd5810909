const async = require("async");
async.parallel([(cb) => setTimeout(() => cb(null, 1), 20), (cb) => cb(null, 2)], (err, r) => console.log("parallel", r));
async.parallel({ a: (cb) => cb(null, "x"), b: (cb) => cb(null, "y") }, (err, r) => console.log("named", r));
async.series([(cb) => cb(null, "one"), (cb) => cb(null, "two")], (err, r) => console.log("series", r));
async.parallel([(cb) => cb(new Error("bad")), (cb) => cb(null, 2)], (err, r) => console.log("failed", err.message));
async.waterfall([(cb) => cb(null, 1, 2), (a, b, cb) => cb(null, a + b)], (err, r) => {
  console.log("waterfall", r);
});
async.eachLimit([1, 2, 3], 2, (x, cb) => {
  console.log("each", x);
  cb();
}, (err) => console.log("each done", err));
async.mapLimit([1, 2, 3], 2, (x, cb) => setTimeout(() => cb(null, x * 2), 10 * (4 - x)), (err, r) => console.log("map", r));
async.map([1, 2], (x, cb) => cb(null, x + 1), (err, r) => console.log("map", r));
async.filter([1, 2, 3], (x, cb) => cb(null, x > 1), (err, r) => console.log("filter", r));
async.forEachOf({ a: 1, b: 2 }, (v, k, cb) => {
  console.log("of", k, v);
  cb();
}, () => console.log("of done"));
async.reduce([1, 2, 3], 10, (sum, x, cb) => cb(null, sum + x), (err, sum) => console.log("reduce", sum));
const q = async.queue((task, cb) => {
  console.log("task", task.n);
  setTimeout(cb, 80);
}, 1);
q.push({ n: 1 }, (err) => console.log("finished 1"));
q.push([{ n: 2 }, { n: 3 }]);
q.drain(() => console.log("drained"));
console.log("waiting", q.length());
async.mapLimit(["a", "b"], 1, async (x) => x.toUpperCase(), (err, r) => console.log("async", r));
async.eachSeries([1, 2, 3], (x, cb) => {
  if (x === 2) return cb(new Error("at 2"));
  cb();
}, (err) => console.log(err.message));
