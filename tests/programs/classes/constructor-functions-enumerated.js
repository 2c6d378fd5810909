// The methods of a prototype that is filled by hand are enumerable.
function Bag() {
  this.a = 1;
}
Bag.prototype.size = function () {
  return 1;
};
for (var key in new Bag()) console.log(key);
