const limit = 3;
function clamp(n) {
  return Math.min(n, limit);
}
class Gauge {
  read() {
    return clamp(9);
  }
}
module.exports = { clamp, Gauge, limit };
module.exports.extra = 1;
exports.lost = true;
if (require.main === module) {
  console.log(new Gauge().read(), clamp(1), Object.keys(module.exports).join());
}
