// An instance that is made before its method is there.
function Bag() {
  this.a = 1;
}
var bag = new Bag();
console.log(typeof bag.size);
Bag.prototype.size = function () {
  return 1;
};
console.log(bag.size());
