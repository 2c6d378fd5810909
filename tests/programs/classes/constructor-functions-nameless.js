// A prototype without a constructor: Node shows no class.
function Bag() {
  this.a = 1;
}
Bag.prototype = {
  size: function () {
    return 1;
  },
};
console.log(new Bag().size(), [new Bag()]);
