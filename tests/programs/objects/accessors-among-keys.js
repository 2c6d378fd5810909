// The accessors of an object literal are among its keys.
const box = {
  width: 2,
  get area() {
    return this.width * this.width;
  },
};
console.log(Object.keys(box), JSON.stringify(box));
console.log({ ...box });
