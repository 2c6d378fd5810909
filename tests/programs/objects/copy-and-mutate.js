const config = { a: 1, list: [1] };
const copy = { ...config };
copy.a = 2;
copy.list.push(2);
console.log(config.a, config.list, structuredClone(config).list === config.list);
function touch(object) {
  object.touched = true;
  object = { replaced: true };
  return object;
}
console.log(touch(config).replaced, config.touched);
